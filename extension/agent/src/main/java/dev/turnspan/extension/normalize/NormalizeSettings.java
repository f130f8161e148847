/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

/**
 * What the user asked for.
 *
 * @param enabled whether foreign spans are normalized at all
 * @param dropOriginals whether the source keys are removed once their values have been taken over
 */
public record NormalizeSettings(boolean enabled, boolean dropOriginals) {}

/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.chat.web;

/** The body of every whole answer. */
record ChatAnswer(String answer) {}

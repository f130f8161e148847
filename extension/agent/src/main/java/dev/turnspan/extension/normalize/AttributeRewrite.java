/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import org.jspecify.annotations.Nullable;

/** Writes what has been found: adds canonical keys, moves duplicates, removes originals. */
final class AttributeRewrite {

  private static final String GEN_AI_USAGE = "gen_ai.usage.";
  private static final String DUPLICATE = "duplicate.";

  private final AliasIndex index;
  private final boolean dropOriginals;

  AttributeRewrite(AliasIndex index, boolean dropOriginals) {
    this.index = index;
    this.dropOriginals = dropOriginals;
  }

  /** The same object when nothing changes. */
  Attributes apply(Attributes original, Candidates facts, Standing standing) {
    if (standing == Standing.RECORD && !dropOriginals && !facts.isReplacing()) {
      AddedAttributes added = new AddedAttributes(original, index, facts);
      return added.isOriginal() ? original : added;
    }
    boolean countedElsewhere = standing != Standing.RECORD;
    AttributesBuilder out = Attributes.builder();
    boolean[] changed = new boolean[1];
    original.forEach(
        (key, value) -> {
          if (isMoved(key.getKey(), standing)) {
            changed[0] |= put(out, sameType(key, DUPLICATE + key.getKey()), value);
          } else if (isReplaced(key, facts) || isDropped(key, facts, countedElsewhere)) {
            changed[0] = true;
          } else {
            put(out, key, value);
          }
        });
    for (int slot = 0; slot < index.slotCount(); slot++) {
      changed[0] |= put(out, index.key(slot), facts.toWrite(slot));
    }
    return changed[0] ? out.build() : original;
  }

  /** A sum keeps its role, so nothing else says that its counts are counted elsewhere. */
  private boolean isMoved(String name, Standing standing) {
    return switch (standing) {
      case RECORD -> false;
      case DUPLICATE -> name.startsWith(GEN_AI_USAGE);
      case SUM -> name.startsWith(GEN_AI_USAGE) || isUsage(name);
    };
  }

  /** A canonical name with another type than ours gives way to the converted value. */
  private boolean isReplaced(AttributeKey<?> key, Candidates facts) {
    int slot = index.slot(key.getKey());
    AttributeKey<?> target = slot < 0 ? null : index.key(slot);
    return target != null && target.getType() != key.getType() && facts.toWrite(slot) != null;
  }

  private boolean isDropped(AttributeKey<?> key, Candidates facts, boolean countedElsewhere) {
    return dropOriginals
        && facts.isTakenOver(key.getKey())
        // Counts that were not taken over would be lost.
        && !(countedElsewhere && isUsage(key.getKey()));
  }

  private boolean isUsage(String name) {
    return index.sources(name).aliases().stream()
        .map(source -> source.alias().canonicalKey())
        .anyMatch(canonical -> canonical != null && canonical.startsWith(Candidates.USAGE));
  }

  @SuppressWarnings("unchecked") // The value came with this key, or was converted for it.
  private static boolean put(
      AttributesBuilder out, @Nullable AttributeKey<?> key, @Nullable Object value) {
    if (key == null || value == null) {
      return false;
    }
    out.put((AttributeKey<Object>) key, value);
    return true;
  }

  private static AttributeKey<?> sameType(AttributeKey<?> key, String name) {
    AttributeType type = key.getType();
    return switch (type) {
      case STRING -> AttributeKey.stringKey(name);
      case BOOLEAN -> AttributeKey.booleanKey(name);
      case LONG -> AttributeKey.longKey(name);
      case DOUBLE -> AttributeKey.doubleKey(name);
      case STRING_ARRAY -> AttributeKey.stringArrayKey(name);
      case BOOLEAN_ARRAY -> AttributeKey.booleanArrayKey(name);
      case LONG_ARRAY -> AttributeKey.longArrayKey(name);
      case DOUBLE_ARRAY -> AttributeKey.doubleArrayKey(name);
      // A type of a later SDK, which this one cannot name: the attribute keeps its name.
      default -> key;
    };
  }
}

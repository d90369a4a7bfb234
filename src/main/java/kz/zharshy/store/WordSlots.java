package kz.zharshy.store;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A set of slots of a block. Stored as 512 bytes, a bit for each slot, or where they are few as two
 * bytes for each. Not safe for use by several threads.
 */
final class WordSlots {
  /** How many slots a block has. */
  static final int SIZE = 4096;

  private static final int BYTES = SIZE / Byte.SIZE;

  private final long[] bits;

  private WordSlots(long[] bits) {
    this.bits = bits;
  }

  static WordSlots none() {
    return new WordSlots(new long[SIZE / Long.SIZE]);
  }

  static WordSlots all() {
    WordSlots all = none();
    Arrays.fill(all.bits, -1);
    return all;
  }

  static WordSlots of(byte[] stored) {
    WordSlots slots = none();
    ByteBuffer buffer = ByteBuffer.wrap(stored);
    if (stored.length == BYTES) {
      buffer.asLongBuffer().get(slots.bits);
    } else {
      while (buffer.remaining() >= Short.BYTES) {
        slots.add(buffer.getShort());
      }
    }
    return slots;
  }

  byte[] stored() {
    List<Integer> slots = list();
    if (slots.size() * Short.BYTES >= BYTES) {
      ByteBuffer buffer = ByteBuffer.allocate(BYTES);
      LongBuffer unused = buffer.asLongBuffer().put(bits);
      return buffer.array();
    }
    ByteBuffer buffer = ByteBuffer.allocate(slots.size() * Short.BYTES);
    slots.forEach(slot -> buffer.putShort(slot.shortValue()));
    return buffer.array();
  }

  void add(int slot) {
    bits[slot / Long.SIZE] |= 1L << slot;
  }

  boolean holds(int slot) {
    return ((bits[slot / Long.SIZE] >> slot) & 1) != 0;
  }

  void addAll(WordSlots others) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] |= others.bits[i];
    }
  }

  void keep(WordSlots others) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] &= others.bits[i];
    }
  }

  void remove(WordSlots others) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] &= ~others.bits[i];
    }
  }

  WordSlots copy() {
    return new WordSlots(bits.clone());
  }

  List<Integer> list() {
    List<Integer> slots = new ArrayList<>();
    for (int i = 0; i < bits.length; i++) {
      for (long rest = bits[i]; rest != 0; rest &= rest - 1) {
        slots.add(i * Long.SIZE + Long.numberOfTrailingZeros(rest));
      }
    }
    return slots;
  }
}

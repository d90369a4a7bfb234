package kz.zharshy.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import kz.zharshy.language.Visible;

/**
 * UTF-8 on its way to a terminal, which does nothing there but show itself. Line breaks stay: who
 * prints somebody's words on one line sees to that by {@link Visible#line}.
 */
final class VisibleOutput extends FilterOutputStream {
  private static final int TWO_BYTES = 0xC0;
  private static final int THREE_BYTES = 0xE0;
  private static final int FOUR_BYTES = 0xF0;

  private final byte[] begun = new byte[3];
  private int length;

  private VisibleOutput(OutputStream out) {
    super(out);
  }

  /** What prints to this stream, visibly. */
  static PrintStream of(OutputStream out) {
    return new PrintStream(new VisibleOutput(out), true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int octet) throws IOException {
    int next = octet & 0xFF;
    if (length > 0 && (next & TWO_BYTES) != 0x80) {
      flushBegun();
    }
    boolean begins = length == 0 && next >= TWO_BYTES && next < FOUR_BYTES;
    if (length == 0 && !begins) {
      show(next, next < 0x80);
      return;
    }
    begun[length++] = (byte) next;
    if (length == wanted()) {
      int character = character();
      if (Visible.isHidden(character)) {
        length = 0;
        out.write(Visible.shown(character).getBytes(StandardCharsets.US_ASCII));
      } else {
        flushBegun();
      }
    }
  }

  private void show(int next, boolean isCharacter) throws IOException {
    boolean lineBreak = next == '\n' || (next == '\r' && System.lineSeparator().length() > 1);
    if (isCharacter && Visible.isHidden(next) && !lineBreak) {
      out.write(Visible.shown(next).getBytes(StandardCharsets.US_ASCII));
    } else {
      out.write(next);
    }
  }

  private int wanted() {
    return (begun[0] & 0xFF) >= THREE_BYTES ? 3 : 2;
  }

  private int character() {
    int character = begun[0] & (length == 3 ? 0x0F : 0x1F);
    for (int i = 1; i < length; i++) {
      character = character << 6 | (begun[i] & 0x3F);
    }
    return character;
  }

  private void flushBegun() throws IOException {
    out.write(begun, 0, length);
    length = 0;
  }

  @Override
  public synchronized void close() throws IOException {
    flushBegun();
    super.close();
  }
}

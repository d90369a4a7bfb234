package kz.zharshy.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages bytes the way lines, programs and people do; the same number gives the same damage. */
final class Damage {
  /** Longer ones only cost time: what breaks a reader is mostly short. */
  private static final int LONGEST = 200_000;

  private static final List<String> PIECES =
      List.of(
          "\0",
          "\uFEFF",
          "\uD83D",
          "\u202E",
          "\u200B",
          "\u0301",
          "\r",
          "\n\n",
          "\t",
          "  ",
          "\"",
          "'",
          "<",
          ">",
          "&",
          "&#0;",
          "&#xD800;",
          "&#x1F600;",
          "&lt;",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<?xml ?>",
          "<!DOCTYPE a [",
          "<br>",
          "<p>",
          "</p>",
          "<table>",
          "<li>",
          "<script>",
          "<template>",
          "<svg>",
          "{",
          "}",
          "[",
          "]",
          "{{",
          "}}",
          "{%",
          "%}",
          "null",
          "true",
          "-1",
          "9223372036854775808",
          "1e999",
          "0x",
          "\\u0000",
          "\\",
          "---\n",
          ": ",
          "- ",
          "# ",
          "> ",
          "**",
          "~~",
          "`",
          "![](",
          "](",
          "|-|-|",
          "2026-02-30",
          "31.12.9999 99:99",
          "24:00",
          "+99999",
          "ё",
          "ұ",
          "İ",
          "ß",
          "ﬁ",
          "👨‍👩‍👧",
          "tg://user?id=1",
          "javascript:",
          "file:///",
          "\\\\host\\share",
          "http://[::1]/",
          "https://t.me/",
          "@",
          "#",
          "%",
          "%00",
          "/post",
          "*",
          "\"\"\"");

  private final SplittableRandom random;
  private final List<byte[]> seeds;

  Damage(long number, List<byte[]> seeds) {
    this.random = new SplittableRandom(number);
    this.seeds = seeds;
  }

  /** One of the seeds, damaged at one to eight places. */
  byte[] next() {
    byte[] bytes = any();
    int places = 1 + random.nextInt(8);
    for (int i = 0; i < places; i++) {
      bytes = damaged(bytes);
    }
    return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
  }

  private byte[] damaged(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int to = from + random.nextInt(Math.min(bytes.length - from, 200) + 1);
    return switch (random.nextInt(7)) {
      case 0 -> joined(bytes, from, piece(), from);
      case 1 -> joined(bytes, from, piece(), to);
      case 2 -> joined(bytes, from, new byte[0], to);
      case 3 -> joined(bytes, from, repeated(bytes, from, to), to);
      case 4 -> joined(bytes, from, other(), to);
      case 5 -> Arrays.copyOf(bytes, from);
      default -> flipped(bytes, from);
    };
  }

  private byte[] any() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private byte[] piece() {
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    int times = random.nextInt(10) == 0 ? 1 + random.nextInt(2000) : 1;
    return piece.repeat(times).getBytes(StandardCharsets.UTF_8);
  }

  /** A stretch of another seed. */
  private byte[] other() {
    byte[] bytes = any();
    int from = random.nextInt(bytes.length + 1);
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(500)));
  }

  private byte[] repeated(byte[] bytes, int from, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int times = 2 + random.nextInt(random.nextInt(10) == 0 ? 500 : 5);
    for (int i = 0; i < times; i++) {
      out.write(bytes, from, to - from);
    }
    return out.toByteArray();
  }

  private byte[] flipped(byte[] bytes, int at) {
    byte[] copy = bytes.clone();
    if (at < copy.length) {
      copy[at] = (byte) random.nextInt(256);
    }
    return copy;
  }

  private static byte[] joined(byte[] bytes, int end, byte[] middle, int begin) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, end);
    out.writeBytes(middle);
    out.write(bytes, begin, bytes.length - begin);
    return out.toByteArray();
  }
}

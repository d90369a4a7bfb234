package kz.zharshy.post;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import kz.zharshy.article.Block;
import kz.zharshy.article.Document;
import kz.zharshy.article.Mark;
import kz.zharshy.article.Media;
import kz.zharshy.article.Run;
import org.jspecify.annotations.Nullable;

/** Documents of every kind of block, the same for the same seed. */
final class RandomDocuments {
  private static final List<String> WORDS =
      List.of(
          "Алматы",
          "қаласында",
          "жаңа",
          "мектеп",
          "ашылды.",
          "В",
          "городе",
          "открыли",
          "парк.",
          "The",
          "mayor",
          "said:",
          "«Құттықтаймын!»",
          "—",
          "г.",
          "2019",
          "3,5",
          "млн.",
          "А.",
          "С.",
          "Пушкин",
          "e\u0301lan",
          "👩‍👩‍👧‍👦",
          "🇰🇿🇰🇿",
          "👍🏽",
          "ұ\u0301л",
          "no.",
          "…",
          "т. б.",
          "http://news.kz/a?b=c",
          "ღმერთი",
          "中文句子。",
          "한국어",
          "न\u093f",
          "𝒜𝓑",
          "‎mark",
          "\u00a0",
          "a\u0300\u0301\u0302");

  private static final List<String> NASTY =
      List.of(
          "\uD800",
          "\uDC00",
          "\u0000",
          "\u202Eevil",
          "\u2066open",
          "\u200B\u200B\u200B\u200B",
          "\r\n",
          "\u2028",
          "\t",
          "\n\n\n\n\n",
          "   ",
          "\uFEFF",
          "a\u030A",
          "x\u0333",
          "\u200E\u200E\u200F",
          "",
          " ",
          "\n",
          "\uFFFF");

  private final Random random;
  private final boolean nasty;
  private final int size;

  RandomDocuments(long seed, boolean nasty, int size) {
    this.random = new Random(seed);
    this.nasty = nasty;
    this.size = size;
  }

  Document next() {
    return new Document(blocks(0, 1 + random.nextInt(size)));
  }

  private List<Block> blocks(int depth, int count) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      blocks.add(block(depth));
    }
    return blocks;
  }

  private Block block(int depth) {
    int kind = random.nextInt(depth > 2 ? 7 : 12);
    return switch (kind) {
      case 0 -> new Block.Heading(1 + random.nextInt(6), runs(4));
      case 1 -> new Block.Code(random.nextBoolean() ? "java" : null, words(30));
      case 2 -> new Block.Rule();
      case 3 -> new Block.Figure(Media.photo("https://pics.example.kz/1.jpg", caption()));
      case 7 -> new Block.Quote(blocks(depth + 1, random.nextInt(4)));
      case 8, 9 -> new Block.Items(random.nextBoolean(), random.nextInt(20), items(depth + 1));
      case 10 -> new Block.Table(random.nextBoolean(), rows());
      default -> new Block.Paragraph(runs(12));
    };
  }

  private @Nullable String caption() {
    return random.nextBoolean() ? words(5) : null;
  }

  private List<List<Block>> items(int depth) {
    List<List<Block>> items = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      items.add(blocks(depth, random.nextInt(3)));
    }
    return items;
  }

  private List<List<List<Run>>> rows() {
    List<List<List<Run>>> rows = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      List<List<Run>> row = new ArrayList<>();
      for (int j = random.nextInt(5); j > 0; j--) {
        row.add(runs(2));
      }
      rows.add(row);
    }
    return rows;
  }

  private List<Run> runs(int most) {
    List<Run> runs = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i >= 0; i--) {
      runs.add(new Run(words(1 + random.nextInt(40)), marks(), link()));
    }
    return runs;
  }

  private Set<Mark> marks() {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    for (Mark mark : Mark.values()) {
      if (random.nextInt(5) == 0) {
        marks.add(mark);
      }
    }
    return marks;
  }

  private @Nullable String link() {
    return random.nextInt(6) == 0 ? "https://news.example.kz/" + random.nextInt(5) : null;
  }

  private String words(int most) {
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(most + 1); i >= 0; i--) {
      List<String> from = nasty && random.nextInt(4) == 0 ? NASTY : WORDS;
      words.append(from.get(random.nextInt(from.size())));
      words.append(random.nextInt(12) == 0 ? "" : " ");
    }
    return words.toString();
  }
}

package kz.zharshy.source.docx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.source.CleanText;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Writes the HTML of a Word document, paragraph by paragraph. */
final class DocxHtml {
  /** How words are marked. */
  enum Mark {
    BOLD("b"),
    ITALIC("i"),
    UNDERLINED("u"),
    STRUCK("s");

    private final String tag;

    Mark(String tag) {
      this.tag = tag;
    }
  }

  /** The marks of some words. */
  record Look(Set<Mark> marks) {
    static final Look PLAIN = new Look(Set.of());

    Look with(Mark mark) {
      Set<Mark> more = EnumSet.of(mark);
      more.addAll(marks);
      return new Look(more);
    }

    Look without(Mark mark) {
      Set<Mark> fewer = EnumSet.noneOf(Mark.class);
      fewer.addAll(marks);
      fewer.remove(mark);
      return new Look(fewer);
    }
  }

  /**
   * A finished piece.
   *
   * @param heading the level of a heading; 0 for other pieces
   */
  private record Piece(String html, String text, int heading) {}

  /** A heading further down is that of a part. */
  private static final int TOP = 5;

  private final List<Piece> pieces = new ArrayList<>();
  private final Deque<String> lists = new ArrayDeque<>();
  private StringBuilder html = new StringBuilder();
  private StringBuilder text = new StringBuilder();
  private final StringBuilder table = new StringBuilder();
  private boolean cellHasLines;

  void say(String words, Look look, @Nullable String address) {
    if (words.isEmpty()) {
      return;
    }
    text.append(words);
    List<String> tags = new ArrayList<>(look.marks().stream().map(mark -> mark.tag).toList());
    if (address != null) {
      html.append("<a href=\"").append(escaped(address)).append("\">");
    }
    tags.forEach(tag -> html.append("<").append(tag).append(">"));
    html.append(escaped(words));
    for (int i = tags.size() - 1; i >= 0; i--) {
      html.append("</").append(tags.get(i)).append(">");
    }
    html.append(address == null ? "" : "</a>");
  }

  void breakLine() {
    html.append("<br>");
    text.append(' ');
  }

  void endParagraph(boolean quoted) {
    closeLists();
    if (hasWords()) {
      add(quoted ? "<blockquote>" + html + "</blockquote>" : "<p>" + html + "</p>", 0);
    }
    clear();
  }

  /** The headline is the highest heading, and those of the text are below it. */
  void endHeading(int level) {
    closeLists();
    if (hasWords()) {
      int shown = Math.min(level + 1, 6);
      add("<h%d>%s</h%d>".formatted(shown, html, shown), level);
    }
    clear();
  }

  void endEntry(int level, boolean numbered) {
    if (!hasWords()) {
      clear();
      return;
    }
    String kind = numbered ? "ol" : "ul";
    while (lists.size() > level + 1) {
      add("</li></" + lists.pop() + ">");
    }
    if (lists.size() == level + 1 && lists.element().equals(kind)) {
      add("</li><li>");
    } else {
      if (lists.size() == level + 1) {
        add("</li></" + lists.pop() + ">");
      }
      while (lists.size() < level + 1) {
        lists.push(kind);
        add("<" + kind + "><li>");
      }
    }
    add(html.toString(), 0);
    clear();
  }

  private void closeLists() {
    while (!lists.isEmpty()) {
      add("</li></" + lists.pop() + ">");
    }
  }

  void tableBegins(String name) {
    if (name.equals("tbl")) {
      closeLists();
      table.setLength(0);
    }
    table.append(
        switch (name) {
          case "tbl" -> "<table>";
          case "tr" -> "<tr>";
          default -> "<td>";
        });
    cellHasLines = false;
  }

  void endLineOfCell() {
    if (hasWords()) {
      table.append(cellHasLines ? "<br>" : "").append(html);
      cellHasLines = true;
    }
    clear();
  }

  void tableEnds(String name) {
    table.append(
        switch (name) {
          case "tbl" -> "</table>";
          case "tr" -> "</tr>";
          default -> "</td>";
        });
    if (name.equals("tbl")) {
      pieces.add(new Piece(table.toString(), "", 0));
    }
  }

  /** The title or highest heading, or else the first words; it is taken out of the text. */
  String headline() {
    List<Piece> first = pieces.stream().filter(it -> !it.text().isBlank()).limit(TOP).toList();
    Optional<Piece> found =
        first.stream()
            .filter(it -> it.heading() == 1)
            .findFirst()
            .or(() -> first.stream().findFirst());
    found.ifPresent(pieces::remove);
    return found.map(it -> CleanText.line(it.text())).orElse("");
  }

  String body() {
    closeLists();
    StringBuilder all = new StringBuilder();
    pieces.forEach(piece -> all.append(piece.html()));
    return all.toString();
  }

  private boolean hasWords() {
    return !CleanText.line(text.toString()).isBlank();
  }

  private void add(String tag) {
    pieces.add(new Piece(tag, "", 0));
  }

  private void add(String whole, int heading) {
    pieces.add(new Piece(whole, text.toString(), heading));
  }

  private void clear() {
    html = new StringBuilder();
    text = new StringBuilder();
  }

  private static String escaped(String words) {
    return Entities.escape(words).replace("\"", "&quot;");
  }
}

package kz.zharshy.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects a template's buttons; those on one line of it are one row. */
final class TemplateButtons {
  /** Telegram shows no more side by side. */
  private static final int ROW = 8;

  /** No phone shows more words on a button, and Telegram refuses very long ones. */
  private static final int LONGEST = 100;

  private final boolean wanted;
  private final List<List<Button>> rows = new ArrayList<>();
  private List<Button> row = new ArrayList<>();
  private @Nullable StringBuilder label;

  /** {@code wanted}: whether there can be buttons; else they become links in the text. */
  TemplateButtons(boolean wanted) {
    this.wanted = wanted;
  }

  void begin() {
    label = new StringBuilder();
  }

  /** Takes a text that stands on a button; false if none is being written. */
  boolean take(String text) {
    if (label != null) {
      label.append(text);
    }
    return label != null;
  }

  /** Ends a button; one that says nothing or leads nowhere disappears. */
  void end(Optional<String> url, PostTextBuilder out) {
    String text = TextSanitizer.line(label == null ? "" : label.toString());
    label = null;
    if (url.isEmpty() || text.isEmpty()) {
      return;
    }
    if (wanted) {
      row.add(new Button(shortened(text), url.get()));
      if (row.size() == ROW) {
        endRow();
      }
    } else {
      out.line();
      out.piece(text, Set.of(), url.get());
    }
  }

  private static String shortened(String label) {
    if (label.length() <= LONGEST) {
      return label;
    }
    int end = 0;
    for (int next = 0; next < LONGEST; next = Graphemes.next(label, next)) {
      end = next;
    }
    return label.substring(0, end).strip() + "…";
  }

  void endRow() {
    if (!row.isEmpty()) {
      rows.add(List.copyOf(row));
      row = new ArrayList<>();
    }
  }

  List<List<Button>> rows() {
    endRow();
    return rows;
  }
}

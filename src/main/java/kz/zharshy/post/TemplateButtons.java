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

  private final boolean wanted;
  private final List<List<Button>> rows = new ArrayList<>();
  private List<Button> row = new ArrayList<>();
  private @Nullable StringBuilder label;

  /**
   * @param wanted whether there can be buttons; else they become links in the text
   */
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
  void end(Optional<String> url, GalleyWriter out) {
    String text = CleanText.line(label == null ? "" : label.toString());
    label = null;
    if (url.isEmpty() || text.isEmpty()) {
      return;
    }
    if (wanted) {
      row.add(new Button(text, url.get()));
      if (row.size() == ROW) {
        endRow();
      }
    } else {
      out.line();
      out.piece(text, Set.of(), url.get());
    }
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

package kz.zharshy.post;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sets a template's output. Lines that came out empty disappear, and one blank line is left of
 * several. What stands before the body is its head, what stands after it stays together.
 */
final class TemplateOutput {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*\\n\\s*|" + TemplateTag.PATTERN + "|" + TemplateValues.BODY);

  /** A longer head may be parted from the body. */
  private static final int HEAD = 300;

  private final PostTextBuilder out = new PostTextBuilder();
  private final Body body;
  private final TemplateButtons buttons;
  private final Deque<Open> open = new ArrayDeque<>();
  private boolean bodyWritten;
  private boolean tail;

  private record Open(TemplateTag tag, String attributes, int from) {}

  private TemplateOutput(Body body, boolean withButtons) {
    this.body = body;
    this.buttons = new TemplateButtons(withButtons);
  }

  /**
   * A template's output, set.
   *
   * @param withButtons false where there can be none, so that links stand in their place
   */
  static PostText postText(String rendered, Body body, boolean withButtons) {
    TemplateOutput output = new TemplateOutput(body, withButtons);
    output.write(rendered);
    return output.out.postText().withButtons(output.buttons.rows());
  }

  private void write(String rendered) {
    Matcher token = TOKEN.matcher(rendered);
    int at = 0;
    while (token.find()) {
      plain(rendered.substring(at, token.start()));
      take(token);
      at = token.end();
    }
    plain(rendered.substring(at));
    while (!open.isEmpty()) {
      close(open.pop());
    }
  }

  private void plain(String escaped) {
    String text = TemplateText.unescape(escaped);
    if (!buttons.take(text)) {
      out.plain(text);
    }
  }

  private void take(Matcher token) {
    if (token.group().charAt(0) == TemplateValues.BODY) {
      body();
    } else if (token.group(2) == null) {
      gap(token.group());
    } else {
      tag(token);
    }
  }

  private void body() {
    BlockWriter blocks = new BlockWriter(out);
    blocks.write(body.open());
    if (!body.folded().isEmpty()) {
      out.paragraph();
      blocks.fold(body.folded());
    }
    bodyWritten = true;
  }

  private void gap(String white) {
    if (buttons.take(" ")) {
      return;
    }
    buttons.endRow();
    if (white.indexOf('\n') == white.lastIndexOf('\n')) {
      out.line();
    } else {
      out.paragraph();
    }
    if (!bodyWritten && out.here() <= HEAD) {
      out.endHead();
    } else if (bodyWritten && !tail) {
      out.beginTail();
      tail = true;
    }
  }

  private void tag(Matcher token) {
    Optional<TemplateTag> tag = TemplateTag.named(token.group(2));
    if (tag.isEmpty()) {
      plain(token.group());
    } else if (token.group(1).isEmpty()) {
      if (tag.get() == TemplateTag.BUTTON) {
        buttons.begin();
      }
      open.push(new Open(tag.get(), token.group(3), out.here()));
    } else {
      closeLast(tag.get());
    }
  }

  private void closeLast(TemplateTag tag) {
    Iterator<Open> opened = open.iterator();
    while (opened.hasNext()) {
      Open candidate = opened.next();
      if (candidate.tag() == tag) {
        opened.remove();
        close(candidate);
        return;
      }
    }
  }

  private void close(Open opened) {
    Optional<String> url =
        TemplateTag.address(opened.attributes())
            .map(TemplateText::unescape)
            .flatMap(LinkAddress::of);
    switch (opened.tag()) {
      case LINK -> url.ifPresent(address -> out.link(address, opened.from()));
      case BUTTON -> buttons.end(url, out);
      default -> out.span(opened.tag().type(opened.attributes()), opened.from());
    }
  }

  /** Collects a template's buttons; those on one line of it are one row. */
  private static final class TemplateButtons {
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
}

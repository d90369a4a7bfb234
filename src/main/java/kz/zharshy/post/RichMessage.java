package kz.zharshy.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zharshy.article.Block;
import kz.zharshy.article.Media;
import kz.zharshy.article.Run;

/**
 * The blocks of a rich message (core.telegram.org/bots/api#inputrichmessage), within its limits of
 * length, blocks, depth, media and columns. Items of lists and rows of tables count as blocks.
 */
final class RichMessage {
  /** In characters; counted here in UTF-16 units, of which there never are fewer. */
  static final int LENGTH = 32_768;

  private static final int MOST_BLOCKS = 500;
  private static final int DEEPEST = 16;
  private static final int MOST_MEDIA = 50;
  private static final int MOST_COLUMNS = 20;

  private static final Set<String> MARKS =
      Set.of("bold", "italic", "underline", "strikethrough", "spoiler", "code");
  private final List<RichBlock> blocks = new ArrayList<>();
  private int length;
  private int count;
  private int media;
  private boolean tooMuch;

  void add(PostText postText) {
    String text = postText.text();
    int from = 0;
    while (from < text.length()) {
      int gap = text.indexOf("\n\n", from);
      int to = gap < 0 ? text.length() : gap;
      add(part(postText, from, to), blocks);
      from = Whitespace.skip(text, to, text.length());
    }
  }

  void add(List<Block> body) {
    body.forEach(block -> write(block, blocks, 1));
  }

  void add(Media picture) {
    picture(picture, blocks);
  }

  /** The message; empty if Telegram would not take so much, or there is nothing to show. */
  Optional<List<RichBlock>> blocks() {
    return isTooMuch() || count == 0 ? Optional.empty() : Optional.of(blocks);
  }

  /** Whether there is more than Telegram takes, whatever may be added. */
  boolean isTooMuch() {
    return tooMuch || length > LENGTH || count > MOST_BLOCKS || media > MOST_MEDIA;
  }

  private static MarkedText part(PostText postText, int from, int to) {
    List<Entity> spans =
        postText.spans().stream()
            .filter(span -> span.offset() < to && EntityNormalizer.end(span) > from)
            .map(span -> EntityNormalizer.clip(span, from, to))
            .collect(Collectors.toCollection(ArrayList::new));
    String text = postText.text().substring(from, to);
    return new MarkedText(text, EntityNormalizer.settle(text, spans));
  }

  private void add(MarkedText marked, List<RichBlock> to) {
    paragraph(marked(marked), to);
  }

  private void paragraph(MarkedText text, List<RichBlock> to) {
    if (!text.isEmpty()) {
      put(to, new RichBlock.Paragraph(text), text.text());
    }
  }

  private void put(List<RichBlock> to, RichBlock block, String words) {
    length += words.length();
    count++;
    to.add(block);
  }

  private void write(Block block, List<RichBlock> to, int depth) {
    if (depth > DEEPEST || isTooMuch()) {
      tooMuch = true;
    } else if (block instanceof Block.Paragraph paragraph) {
      paragraph(marked(paragraph.runs()), to);
    } else if (block instanceof Block.Heading heading) {
      MarkedText text = marked(heading.runs());
      if (!text.isEmpty()) {
        put(to, new RichBlock.Heading(text, heading.level()), text.text());
      }
    } else if (block instanceof Block.Items items) {
      list(items, to, depth);
    } else if (block instanceof Block.Quote quote) {
      put(to, new RichBlock.Quote(inside(quote.blocks(), depth)), "");
    } else if (block instanceof Block.Code code) {
      code(code, to);
    } else if (block instanceof Block.Table table) {
      table(table, to);
    } else if (block instanceof Block.Figure figure) {
      picture(figure.picture(), to);
    } else if (block instanceof Block.Rule) {
      put(to, new RichBlock.Divider(), "");
    }
  }

  private List<RichBlock> inside(List<Block> blocks, int depth) {
    List<RichBlock> inside = new ArrayList<>();
    blocks.forEach(block -> write(block, inside, depth + 1));
    return inside;
  }

  private void list(Block.Items items, List<RichBlock> to, int depth) {
    List<RichBlock.Item> list = new ArrayList<>();
    int number = items.start();
    for (List<Block> item : items.items()) {
      count++;
      list.add(new RichBlock.Item(inside(item, depth), items.ordered() ? number : null));
      number++;
    }
    put(to, new RichBlock.Items(list), "");
  }

  private void code(Block.Code code, List<RichBlock> to) {
    String text = TextSanitizer.of(code.text()).stripTrailing();
    if (!text.isBlank()) {
      put(to, new RichBlock.Code(text, code.language()), text);
    }
  }

  private void table(Block.Table table, List<RichBlock> to) {
    List<List<MarkedText>> rows = new ArrayList<>();
    for (List<List<Run>> row : table.rows()) {
      count++;
      tooMuch |= row.size() > MOST_COLUMNS;
      if (isTooMuch()) {
        return;
      }
      List<MarkedText> cells = row.stream().map(RichMessage::marked).toList();
      cells.forEach(cell -> length += cell.text().length());
      rows.add(cells);
    }
    put(to, new RichBlock.Table(table.header(), rows), "");
  }

  private void picture(Media picture, List<RichBlock> to) {
    Optional<String> address = LinkAddress.of(picture.location());
    MarkedText caption = picture.caption() == null ? MarkedText.NONE : marked(picture.caption());
    if (address.isEmpty()) {
      paragraph(caption, to);
      return;
    }
    media++;
    put(to, new RichBlock.Photo(address.get(), caption), caption.text());
  }

  private static MarkedText marked(List<Run> runs) {
    PostTextBuilder out = new PostTextBuilder();
    out.runs(runs);
    PostText postText = out.postText();
    return marked(
        new MarkedText(
            postText.text(), EntityNormalizer.settle(postText.text(), postText.spans())));
  }

  private static MarkedText marked(String text) {
    return marked(List.of(new Run(text, Set.of(), null)));
  }

  /** Text with entities that Telegram would keep as they are. */
  private static MarkedText marked(MarkedText marked) {
    return new MarkedText(
        marked.text(),
        marked.entities().stream()
            .filter(entity -> entity.url() != null || MARKS.contains(entity.type()))
            .toList());
  }
}

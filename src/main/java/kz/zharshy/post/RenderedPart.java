package kz.zharshy.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a reader sees of a part.
 *
 * @param text its words, or the words under its pictures
 * @param limit the most UTF-16 units that Telegram takes there
 * @param pictures their addresses, or paths on this machine
 * @param buttons the words on its buttons
 */
public record RenderedPart(String text, int limit, List<String> pictures, List<String> buttons) {
  public RenderedPart {
    pictures = List.copyOf(pictures);
    buttons = List.copyOf(buttons);
  }

  public static RenderedPart of(PostPart part) {
    List<String> pictures = new ArrayList<>();
    String text = part.words().text();
    int limit = MessageLimits.TEXT;
    if (part instanceof PostPart.Rich message) {
      StringBuilder words = new StringBuilder();
      rich(message.blocks(), words, pictures);
      text = words.toString().strip();
      limit = RichMessage.LENGTH;
    } else if (part instanceof PostPart.Text shown) {
      Optional.ofNullable(shown.picture()).ifPresent(pictures::add);
    } else {
      part.media().forEach(it -> pictures.add(it.isKept() ? it.fileId() : it.location()));
      limit = MessageLimits.CAPTION;
    }
    List<String> buttons =
        part.header().buttons().stream().flatMap(List::stream).map(Button::text).toList();
    return new RenderedPart(text, limit, pictures, buttons);
  }

  private static void rich(List<RichBlock> blocks, StringBuilder words, List<String> pictures) {
    for (RichBlock block : blocks) {
      if (block instanceof RichBlock.Paragraph paragraph) {
        words.append(paragraph.text().text()).append("\n\n");
      } else if (block instanceof RichBlock.Heading heading) {
        words.append(heading.text().text()).append("\n\n");
      } else if (block instanceof RichBlock.Code code) {
        words.append(code.text()).append("\n\n");
      } else if (block instanceof RichBlock.Quote quote) {
        rich(quote.blocks(), words, pictures);
      } else if (block instanceof RichBlock.Items items) {
        items.items().forEach(item -> rich(item.blocks(), words, pictures));
      } else if (block instanceof RichBlock.Table table) {
        table.rows().forEach(row -> words.append(line(row)).append('\n'));
        words.append('\n');
      } else if (block instanceof RichBlock.Photo photo) {
        pictures.add(photo.address());
        words.append(photo.caption().isEmpty() ? "" : photo.caption().text() + "\n\n");
      }
    }
  }

  private static String line(List<MarkedText> row) {
    return row.stream().map(MarkedText::text).collect(Collectors.joining(" | "));
  }
}

package kz.zharshy.article;

import java.util.List;

/** An article's body, read into blocks. */
public record Document(List<Block> blocks) {
  public Document {
    blocks = List.copyOf(blocks);
  }
}

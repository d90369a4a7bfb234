package kz.zharshy.source.body;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Takes the address off links where references repeat long ones so often that the text would grow
 * to many times its length.
 */
final class RepeatedLinks extends AbstractVisitor {
  /** As much as the longest body has. */
  private static final int MOST = 2_000_000;

  private int length;

  private RepeatedLinks() {}

  static Node shortened(Node document) {
    document.accept(new RepeatedLinks());
    return document;
  }

  @Override
  public void visit(Link link) {
    if (grows(link.getDestination(), link.getTitle())) {
      link.setDestination("");
      link.setTitle(null);
    }
    visitChildren(link);
  }

  @Override
  public void visit(Image image) {
    if (grows(image.getDestination(), image.getTitle())) {
      image.setDestination("");
      image.setTitle(null);
    }
    visitChildren(image);
  }

  private boolean grows(String destination, @Nullable String title) {
    length += destination.length() + (title == null ? 0 : title.length());
    return length > MOST;
  }
}

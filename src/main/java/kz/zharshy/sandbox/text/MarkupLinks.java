package kz.zharshy.sandbox.text;

import java.util.Optional;

/** What a link in a markup becomes. */
final class MarkupLinks {
  private MarkupLinks() {}

  /** A mention of a person, a link, or nothing where the address is none. */
  static Optional<Entity> entity(String link, int offset, int length) {
    Optional<String> user = TgLinks.userId(link);
    if (user.isPresent()) {
      return user.map(id -> new Entity(EntityType.TEXT_MENTION, offset, length, id, ""));
    }
    String kept = Links.kept(link);
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(new Entity(EntityType.TEXT_LINK, offset, length, kept, ""));
  }
}

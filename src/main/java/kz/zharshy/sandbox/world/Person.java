package kz.zharshy.sandbox.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A Telegram account of a person.
 *
 * @param languageCode the IETF tag of the person's app, as updates carry it
 */
public record Person(long id, String firstName, String username, String languageCode) {
  public Person {
    if (id <= 0) {
      throw new IllegalArgumentException("a person's id is positive, not " + id);
    }
    if (firstName.isBlank()) {
      throw new IllegalArgumentException("a person has a first name");
    }
  }

  /** The same person with an app in another language. */
  public Person speaking(String code) {
    return new Person(id, firstName, username, code);
  }

  /** The Bot API's {@code User}. */
  public ObjectNode json() {
    ObjectNode user = JsonNodeFactory.instance.objectNode();
    user.put("id", id).put("is_bot", false).put("first_name", firstName);
    if (!username.isEmpty()) {
      user.put("username", username);
    }
    return user.put("language_code", languageCode);
  }
}

package kz.zharshy.config;

import static kz.zharshy.config.Complaints.quoted;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads values of one kind each. What is wrong is said together with what would be right. */
final class Values {
  private static final Pattern TOKEN = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{1,100}");

  private Values() {}

  static Optional<String> text(Node node, Complaints complaints) {
    if (node instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
      return Optional.of(scalar.text().strip());
    }
    String found = node instanceof Node.Scalar ? "empty" : node.kind();
    complaints.at(node, "One value is wanted, but this is " + found + ".");
    return Optional.empty();
  }

  static Optional<Secret> token(Node node, Complaints complaints) {
    Optional<String> text = text(node, complaints);
    if (text.isPresent() && !TOKEN.matcher(text.get()).matches()) {
      complaints.at(
          node,
          "This has not the shape of a token (it is not shown here). Copy all of it from"
              + " @BotFather: digits, a colon, then letters and digits.");
      return Optional.empty();
    }
    return text.map(Secret::new);
  }

  static Optional<URI> address(Node node, Complaints complaints) {
    Optional<URI> address = text(node, complaints).flatMap(Values::serverAddress);
    if (address.isEmpty() && node instanceof Node.Scalar) {
      complaints.at(
          node,
          "This is no address of a server. Write only scheme, host and port, for example"
              + " https://api.telegram.org or http://127.0.0.1:8081.");
    }
    return address;
  }

  private static Optional<URI> serverAddress(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      boolean bare =
          uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
      boolean root = uri.getRawPath() == null || uri.getRawPath().matches("/?");
      boolean port = uri.getPort() != 0 && uri.getPort() <= 65_535;
      return web && bare && root && port && uri.getHost() != null
          ? Optional.of(new URI(scheme, null, uri.getHost(), uri.getPort(), null, null, null))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static Optional<List<Long>> userIds(Node node, Complaints complaints) {
    List<Long> ids = new ArrayList<>();
    boolean right = true;
    for (Node item : items(node)) {
      Optional<Long> id = text(item, complaints).flatMap(Values::wholeNumber).filter(n -> n > 0);
      if (id.isPresent()) {
        ids.add(id.get());
      } else {
        right = false;
        if (item instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
          complaints.at(
              item,
              quoted(scalar.text())
                  + " is no user id. Telegram's ids are numbers, for example [123456789].");
        }
      }
    }
    return right ? Optional.of(List.copyOf(ids)) : Optional.empty();
  }

  /** A list's items; {@code 1, 2} without brackets is a list, too. */
  private static List<Node> items(Node node) {
    if (node instanceof Node.Items list) {
      return list.items();
    }
    if (node instanceof Node.Scalar scalar) {
      List<Node> items = new ArrayList<>();
      for (String part : scalar.text().split(",", -1)) {
        items.add(new Node.Scalar(scalar.place(), part));
      }
      return items;
    }
    return List.of(node);
  }

  static Optional<Long> chatId(Node node, Complaints complaints) {
    Optional<String> text = text(node, complaints);
    Optional<Long> id = text.flatMap(Values::wholeNumber).filter(n -> n != 0);
    if (text.isPresent() && id.isEmpty()) {
      complaints.at(
          node,
          quoted(text.get()) + " is no chat id. Write its number, for example -1001234567890.");
    }
    return id;
  }

  static Optional<Path> database(Node node, Complaints complaints) {
    if (node instanceof Node.Scalar scalar && scalar.text().strip().startsWith("jdbc:")) {
      complaints.at(
          node,
          "Only SQLite is understood. Write the path of its file, for example data/zharshy.db.");
      return Optional.empty();
    }
    return path(node, complaints);
  }

  static Optional<Path> path(Node node, Complaints complaints) {
    Optional<String> text = text(node, complaints);
    try {
      return text.map(Path::of);
    } catch (InvalidPathException e) {
      complaints.at(node, "This is no path on this machine: " + e.getReason() + ".");
      return Optional.empty();
    }
  }

  static Optional<List<Path>> paths(Node node, Complaints complaints) {
    List<Optional<Path>> paths = items(node).stream().map(item -> path(item, complaints)).toList();
    return paths.stream().allMatch(Optional::isPresent)
        ? Optional.of(paths.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }

  static Optional<ZoneId> zone(Node node, Complaints complaints) {
    Optional<String> text = text(node, complaints);
    try {
      return text.map(ZoneId::of);
    } catch (DateTimeException e) {
      String written = text.orElse("");
      complaints.at(
          node,
          quoted(written)
              + " is no time zone. Write a name such as Asia/Almaty."
              + ClosestKey.hint(written, ZoneId.getAvailableZoneIds()));
      return Optional.empty();
    }
  }

  static ValueReader<Integer> number(int least, int most) {
    return (node, complaints) -> {
      Optional<String> text = text(node, complaints);
      Optional<Long> number =
          text.flatMap(Values::wholeNumber).filter(n -> n >= least && n <= most);
      if (text.isPresent() && number.isEmpty()) {
        complaints.at(
            node,
            "%s does not fit. Write a whole number from %d to %d."
                .formatted(quoted(text.get()), least, most));
      }
      return number.map(Long::intValue);
    };
  }

  static ValueReader<String> oneOf(List<String> words) {
    return (node, complaints) -> {
      Optional<String> text = text(node, complaints);
      if (text.isPresent() && !words.contains(text.get())) {
        String known = String.join(", ", words);
        complaints.at(node, "%s is none of %s.".formatted(quoted(text.get()), known));
        return Optional.empty();
      }
      return text;
    };
  }

  /** The code of one of the languages that the bot speaks, in lower case. */
  static ValueReader<String> language(List<String> spoken) {
    return (node, complaints) -> {
      Optional<String> text = text(node, complaints);
      Optional<String> code = text.map(word -> word.toLowerCase(Locale.ROOT));
      if (code.isPresent() && !spoken.contains(code.get())) {
        complaints.at(
            node,
            "%s is no language that the bot speaks. It speaks %s."
                .formatted(quoted(text.get()), String.join(", ", spoken)));
      }
      return code;
    };
  }

  static Optional<Boolean> yesOrNo(Node node, Complaints complaints) {
    Optional<String> text = text(node, complaints).map(word -> word.toLowerCase(Locale.ROOT));
    if (text.isPresent() && !List.of("true", "false").contains(text.get())) {
      complaints.at(node, quoted(text.get()) + " is neither true nor false. Write one of them.");
      return Optional.empty();
    }
    return text.map(Boolean::parseBoolean);
  }

  private static Optional<Long> wholeNumber(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

package kz.zharshy.config;

import static kz.zharshy.config.Complaints.quoted;

import java.util.List;
import java.util.stream.Collectors;

/** Finds feeds whose articles would wait for a channel that is not listed. */
record FeedChannels(List<ChannelSettings> channels) {
  FeedChannels {
    channels = List.copyOf(channels);
  }

  /** Complains about each such feed, where its channel is written. */
  void check(Node feeds, Complaints complaints) {
    if (feeds instanceof Node.Items list) {
      for (int i = 0; i < list.items().size(); i++) {
        if (list.items().get(i) instanceof Node.Entries feed) {
          feed(feed, complaints.within("[" + i + "].channel"));
        }
      }
    }
  }

  private void feed(Node.Entries feed, Complaints complaints) {
    for (Node.Entry entry : feed.entries()) {
      if (entry.key().equals("channel") && entry.value() instanceof Node.Scalar written) {
        String name = written.text().strip().replace("@", "");
        if (FeedsReader.isChannel(name) && !isListed(name)) {
          complaints.at(
              written,
              "%s is not among the channels. %s".formatted(quoted(written.text()), advice()));
        }
      }
    }
  }

  private boolean isListed(String name) {
    return channels.stream().anyMatch(channel -> channel.name().equalsIgnoreCase(name));
  }

  private String advice() {
    return channels.isEmpty()
        ? "List it under channels, with the footer of its site."
        : "List it there, or write one of: "
            + channels.stream()
                .map(channel -> "@" + channel.name())
                .collect(Collectors.joining(", "))
            + ".";
  }
}

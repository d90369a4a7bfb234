package kz.zharshy.source.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the channel to which a page invites its readers. */
final class PageChannel {
  private static final int LONGEST_INVITATION = 300;

  private PageChannel() {}

  /**
   * The channel of the invitation; without one, that of the page's foot, or the only one that the
   * page links to outside of the article. Null where none, or more than one, is named.
   */
  static @Nullable String of(Document page, Element article) {
    List<String> invited = new ArrayList<>();
    List<String> foot = new ArrayList<>();
    List<String> others = new ArrayList<>();
    Map<Element, Boolean> inviting = new HashMap<>();
    for (Element link : page.select("a[href]")) {
      String address = link.attr("href");
      if (SubscribeFooter.channelsIn(address).isEmpty()) {
        continue;
      }
      if (isInvitation(link, inviting)) {
        invited.add(address);
      } else if (link.closest("footer, [class*=footer], [id*=footer]") != null) {
        foot.add(address);
      } else if (link.parents().stream().noneMatch(article::equals)) {
        others.add(address);
      }
    }
    return Stream.of(invited, foot, others)
        .map(addresses -> SubscribeFooter.channelsIn(String.join(" ", addresses)))
        .filter(channels -> !channels.isEmpty())
        .findFirst()
        .filter(channels -> channels.size() == 1)
        .map(channels -> channels.get(0))
        .orElse(null);
  }

  /** {@code inviting}: what was found of parents, which may hold very many links. */
  private static boolean isInvitation(Element link, Map<Element, Boolean> inviting) {
    Element parent = link.parent();
    return says(link) || (parent != null && inviting.computeIfAbsent(parent, PageChannel::says));
  }

  private static boolean says(Element element) {
    return BriefText.of(element, LONGEST_INVITATION).filter(FooterLine::isInvitation).isPresent();
  }
}

package kz.zharshy.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages of a site have their parts.
 *
 * @param host the site's host, such as {@code example.kz}
 * @param selectors CSS selectors by what they find
 */
public record SiteSettings(String host, Map<String, String> selectors) {
  public SiteSettings {
    selectors = Map.copyOf(selectors);
  }

  /** The selector of a part; null lets it be recognised. */
  public @Nullable String selector(String part) {
    return selectors.get(part);
  }
}

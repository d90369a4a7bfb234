package kz.zharshy.post;

/** Parameters by which a site tells where its readers come from. */
final class Tracking {
  private Tracking() {}

  /** The address with those parameters that it does not have, before its fragment. */
  static String added(String address, String parameters) {
    int hash = address.indexOf('#');
    String page = hash < 0 ? address : address.substring(0, hash);
    StringBuilder tracked = new StringBuilder(page);
    for (String parameter : parameters.split("&", -1)) {
      String name = parameter.substring(0, parameter.indexOf('=') + 1);
      if (!name.isEmpty() && !page.contains("?" + name) && !page.contains("&" + name)) {
        tracked.append(tracked.indexOf("?") < 0 ? '?' : '&').append(parameter);
      }
    }
    return hash < 0 ? tracked.toString() : tracked.append(address.substring(hash)).toString();
  }
}

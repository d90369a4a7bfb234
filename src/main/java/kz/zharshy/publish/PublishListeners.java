package kz.zharshy.publish;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;

/** Makes one listener of several. */
public final class PublishListeners {
  private PublishListeners() {}

  /** A listener that tells each of these what it hears, in their order. */
  public static PublishListener asOne(List<PublishListener> listeners) {
    List<PublishListener> all = List.copyOf(listeners);
    return (PublishListener)
        Proxy.newProxyInstance(
            PublishListener.class.getClassLoader(),
            new Class<?>[] {PublishListener.class},
            (one, heard, details) -> {
              if (heard.getDeclaringClass() == Object.class) {
                return heard.invoke(all, details);
              }
              for (PublishListener listener : all) {
                try {
                  heard.invoke(listener, details);
                } catch (InvocationTargetException e) {
                  throw Objects.requireNonNullElse(e.getCause(), e);
                }
              }
              return null;
            });
  }
}

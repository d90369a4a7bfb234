package kz.zharshy.source.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.health.Heartbeat;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a page from the internet, and from nowhere else: at most 5 MB after decompression, within
 * 20 seconds, over at most 5 redirects, and to no private address in any notation. What arrives is
 * kept in a file until there is room to read it. Safe for use by several threads.
 */
public final class PageFetcher {
  private static final int LARGEST_PAGE = 5;
  private static final int LARGEST_PICTURE = 30;
  private static final long MEGABYTE = 1024L * 1024;
  private static final int MOST_REDIRECTS = 5;
  private static final int NOT_MODIFIED = 304;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final OkHttpClient client;
  private final @Nullable CheckedDns dns;
  private final Duration longest;
  private final int megabytes;

  /**
   * @param allowPrivateAddresses whether pages of an intranet may be fetched too
   */
  public PageFetcher(boolean allowPrivateAddresses) {
    this(allowPrivateAddresses, Dns.SYSTEM, LONGEST);
  }

  /** A fetcher for pictures of up to 30 MB. */
  public static PageFetcher ofPictures(boolean allowPrivateAddresses) {
    return new PageFetcher(
        allowPrivateAddresses, Dns.SYSTEM, SocketFactory.getDefault(), LONGEST, LARGEST_PICTURE);
  }

  PageFetcher(boolean allowPrivateAddresses, Dns resolver, Duration longest) {
    this(allowPrivateAddresses, resolver, SocketFactory.getDefault(), longest, LARGEST_PAGE);
  }

  PageFetcher(
      boolean allowPrivateAddresses,
      Dns resolver,
      SocketFactory sockets,
      Duration longest,
      int megabytes) {
    this.longest = longest;
    this.megabytes = megabytes;
    dns = allowPrivateAddresses ? null : new CheckedDns(resolver);
    client =
        new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY) // a proxy would resolve the name itself, unchecked
            .dns(dns == null ? resolver : dns)
            .socketFactory(sockets)
            .followRedirects(false)
            .followSslRedirects(false)
            .build();
  }

  /**
   * What a server says of the version of a page that it gives, for asking whether it has changed
   * (RFC 9110, 8.8).
   */
  public record Validators(@Nullable String etag, @Nullable String lastModified) {
    public static final Validators NONE = new Validators(null, null);
  }

  /**
   * What a server answered, to be closed.
   *
   * @param page null is that it has not changed
   */
  public record Answer(@Nullable FetchedPage page, Validators validators) implements AutoCloseable {
    @Override
    public void close() {
      if (page != null) {
        page.close();
      }
    }
  }

  /**
   * Fetches a page and makes something of it.
   *
   * @param reader is given the page under the address where it was found in the end
   * @throws UnreadableException if the address is refused, there is no page to be had, or the
   *     reader cannot read it
   */
  public <T> T read(URI address, FetchedPage.Reader<T> reader) throws UnreadableException {
    try (FetchedPage page = fetched(address)) {
      return page.read(reader);
    }
  }

  /** Fetches a page as it is, for a program that does nothing else. */
  public SourceText fetch(URI address) throws UnreadableException {
    return read(address, page -> page);
  }

  /** Fetches something into a file, to be closed. */
  public FetchedPage fetched(URI address) throws UnreadableException {
    FetchedPage page = fetch(address, Validators.NONE).page();
    if (page == null) {
      throw new UnreadableException(ReasonCode.PAGE_ANSWERS, address.toString(), NOT_MODIFIED);
    }
    return page;
  }

  /** Fetches a page if it has changed since it had these validators. */
  public Answer fetch(URI address, Validators known) throws UnreadableException {
    return Heartbeat.within(
        "fetching a page", longest.multipliedBy(2), () -> follow(address, known));
  }

  private Answer follow(URI address, Validators known) throws UnreadableException {
    long deadline = System.nanoTime() + longest.toNanos();
    HttpUrl url = HttpUrl.parse(address.toString());
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      if (url == null) {
        throw new UnreadableException(ReasonCode.ADDRESS_INVALID, address.toString());
      }
      Fetched fetched = once(url, known, deadline);
      if (fetched.answer() != null) {
        return fetched.answer();
      }
      url = fetched.next();
    }
    throw new UnreadableException(ReasonCode.PAGE_REDIRECTS, address.toString(), MOST_REDIRECTS);
  }

  /** Either an answer, or the address of another page; both null is a redirect to nowhere. */
  private record Fetched(@Nullable Answer answer, @Nullable HttpUrl next) {}

  private Fetched once(HttpUrl url, Validators known, long deadline) throws UnreadableException {
    long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    OkHttpClient timed = client.newBuilder().callTimeout(Duration.ofMillis(left)).build();
    try {
      check(url);
      try (Response response = timed.newCall(request(url, known)).execute()) {
        return response.isRedirect()
            ? new Fetched(null, next(url, response))
            : new Fetched(answer(url, response, megabytes), null);
      }
    } catch (CheckedDns.RefusedHostException e) {
      throw e.asReason(url.toString());
    } catch (UnknownHostException e) {
      throw new UnreadableException(e, ReasonCode.HOST_UNKNOWN, url.toString(), url.host());
    } catch (InterruptedIOException e) {
      throw new UnreadableException(
          e, ReasonCode.PAGE_TIMEOUT, url.toString(), longest.toSeconds());
    } catch (IOException e) {
      throw new UnreadableException(
          e, ReasonCode.PAGE_NOT_FETCHED, url.toString(), String.valueOf(e.getMessage()));
    }
  }

  private static Request request(HttpUrl url, Validators known) {
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("User-Agent", "Mozilla/5.0 (compatible; Zharshy)")
            .header("Accept", "text/html, text/plain, text/markdown, application/json, */*;q=0.1");
    if (known.etag() != null) {
      request.header("If-None-Match", known.etag());
    }
    if (known.lastModified() != null) {
      request.header("If-Modified-Since", known.lastModified());
    }
    return request.build();
  }

  /** An address written in numbers is not resolved by OkHttp, and would go unchecked. */
  private void check(HttpUrl url) throws UnknownHostException {
    if (dns != null) {
      dns.lookup(url.host());
    }
  }

  private static @Nullable HttpUrl next(HttpUrl url, Response response) {
    String location = response.header("Location");
    return location == null ? null : url.resolve(location);
  }

  private static Answer answer(HttpUrl url, Response response, int megabytes)
      throws IOException, UnreadableException {
    Validators validators =
        new Validators(header(response, "ETag"), header(response, "Last-Modified"));
    if (response.code() == NOT_MODIFIED) {
      return new Answer(null, validators);
    }
    if (!response.isSuccessful()) {
      throw UnreadableException.forNow(
          retryAfter(response), ReasonCode.PAGE_ANSWERS, url.toString(), response.code());
    }
    return new Answer(page(url, response, megabytes), validators);
  }

  /** The value is sent back to the server, so it must be valid in a header. */
  private static @Nullable String header(Response response, String name) {
    String value = response.header(name);
    return value != null && value.matches("[\\x20-\\x7E]{1,500}") ? value : null;
  }

  /** Only in seconds; a date, which few servers give, is left to the usual back-off. */
  private static @Nullable Duration retryAfter(Response response) {
    String seconds = response.header("Retry-After");
    return seconds != null && seconds.matches("\\d{1,9}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : null;
  }

  private static FetchedPage page(HttpUrl url, Response response, int megabytes)
      throws IOException, UnreadableException {
    ResponseBody body = response.body();
    if (body == null) {
      throw new UnreadableException(ReasonCode.PAGE_EMPTY, url.toString());
    }
    FetchedPage page = FetchedPage.empty(url.toString(), charset(body.contentType()));
    boolean whole = false;
    try (OutputStream file = Files.newOutputStream(page.file());
        InputStream in = body.byteStream()) {
      byte[] some = new byte[8192];
      long size = 0;
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        size += read;
        if (size > megabytes * MEGABYTE) {
          throw new UnreadableException(ReasonCode.PAGE_TOO_LARGE, url.toString(), megabytes);
        }
        file.write(some, 0, read);
      }
      whole = true;
      return page;
    } finally {
      if (!whole) {
        page.close();
      }
    }
  }

  private static @Nullable String charset(@Nullable MediaType type) {
    Charset charset = type == null ? null : type.charset();
    return charset == null ? null : charset.name();
  }
}

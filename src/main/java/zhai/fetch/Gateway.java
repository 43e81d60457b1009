package zhai.fetch;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/// Asks a server on loopback in place of every host: `https://host:81/path?q` becomes
/// `{base}/host:81/path?q`, and the answer is handed on as if the host had given it.
record Gateway(HttpUrl base) implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request asked = chain.request();
    Response answer = chain.proceed(asked.newBuilder().url(behind(asked.url())).build());
    return answer.newBuilder().request(asked).build();
  }

  private HttpUrl behind(HttpUrl url) {
    boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
    String host = usual ? url.host() : url.host() + ":" + url.port();
    return base.newBuilder()
        .encodedPath("/")
        .addPathSegment(host)
        .addEncodedPathSegments(url.encodedPath().substring(1))
        .encodedQuery(url.encodedQuery())
        .build();
  }
}

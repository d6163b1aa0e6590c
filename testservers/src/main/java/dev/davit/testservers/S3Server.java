package dev.davit.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;

/**
 * S3 on loopback (S3Proxy): it checks signatures (version 4), and keeps everything in memory (or in
 * a folder) for as long as this process lives, whether it is started or stopped. Buckets are
 * addressed by path.
 */
public final class S3Server implements AutoCloseable {
  private static final String ACCESS_KEY = "AKIADAVITTESTS000001";
  private static final String SECRET_KEY = "canary-s3-secret-key/of+tests=40characters";
  private static final AtomicInteger BUCKETS = new AtomicInteger();

  private final BlobStore data;
  private final int port = freePort();
  private @Nullable S3Proxy server;

  private S3Server(BlobStore data) {
    this.data = data;
  }

  /** The one server that all tests of this process share; none of them stops it. */
  public static S3Server shared() {
    return Shared.SERVER;
  }

  /** A server of one's own, to be stopped and started at will. */
  public static S3Server open() {
    return started(new S3Server(new TransientNio2BlobStore()));
  }

  /** The same, with its data in this folder: for more than memory has room for. */
  public static S3Server open(Path folder) {
    return started(new S3Server(new FilesystemNio2BlobStore(folder.toString())));
  }

  private static S3Server started(S3Server server) {
    server.start();
    return server;
  }

  /** Starts it again, at the same address and with what it had. */
  public void start() {
    server =
        S3Proxy.builder()
            .blobStore(data)
            .endpoint(endpoint())
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
            .build();
    run(server::start);
  }

  /** Stops it: nobody listens at its address then. */
  public void stop() {
    S3Proxy running = server;
    if (running != null) {
      run(running::stop);
      server = null;
    }
  }

  /** Such as {@code http://127.0.0.1:9000}. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Any will do. */
  public String region() {
    return "us-east-1";
  }

  public String accessKey() {
    return ACCESS_KEY;
  }

  public String secretKey() {
    return SECRET_KEY;
  }

  /** Makes a bucket with nothing in it. */
  public String createBucket() {
    String name = "davit-tests-" + BUCKETS.incrementAndGet();
    data.createContainer(name);
    return name;
  }

  @Override
  public void close() {
    stop();
    data.close();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something that may fail. */
  private interface Step {
    void run() throws Exception;
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (Exception e) {
      throw new IllegalStateException("the S3 server of the tests does not obey", e);
    }
  }

  private static final class Shared {
    static final S3Server SERVER = open();
  }
}

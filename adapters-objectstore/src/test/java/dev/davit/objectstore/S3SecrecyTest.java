package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import dev.davit.testkit.fault.TestContent;
import dev.davit.testkit.fault.WireFault;
import dev.davit.testservers.S3Server;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The secret key is nowhere, however much is logged. */
class S3SecrecyTest extends S3Tests {
  private final Queue<String> logged = new ConcurrentLinkedQueue<>();

  @Test
  void E5_secretKey_isInNoLog_ofNoLogger_inNoEncoding() throws Exception {
    Logger aws = (Logger) LoggerFactory.getLogger("software.amazon");
    Logger ours = (Logger) LoggerFactory.getLogger("dev.davit");
    Listener listener = new Listener();
    listener.start();
    for (Logger logger : List.of(aws, ours)) {
      logger.setLevel(Level.TRACE);
      logger.setAdditive(false);
      logger.addAppender(listener);
    }
    try {
      useAll();
    } finally {
      for (Logger logger : List.of(aws, ours)) {
        logger.detachAppender(listener);
        logger.setAdditive(true);
        logger.setLevel(null);
      }
    }
    String all = String.join("\n", logged) + settings;
    assertThat(logged).as("what Amazon's client logs").isNotEmpty();
    for (String form : encodings(S3Server.shared().secretKey())) {
      assertThat(all).doesNotContain(form);
    }
  }

  private void useAll() throws Exception {
    S3StorageProvider provider = bench.provider(settings);
    provider.probe();
    storage = provider.open(Fixture.credentials());
    EntryId id = write(EntryId.ROOT, "file", Contents.text("x")).id();
    write(EntryId.ROOT, "large", TestContent.generated(S3Bench.PART + 1L));
    text(id);
    for (int status : new int[] {403, 500}) {
      bench.line().faults().always(WireFault.answer(status, Map.of(), "no"));
      say(() -> storage.stat(id));
    }
    bench.line().faults().always(WireFault.dropped());
    say(() -> storage.stat(id));
    bench.line().faults().mend();
    S3Settings wrong =
        new S3Settings(
            settings.endpoint(),
            settings.region(),
            settings.bucket(),
            settings.accessKey(),
            new Secret(S3Server.shared().secretKey() + "x"));
    say(() -> bench.provider(wrong).probe());
  }

  /** What a log would have of a failure. */
  private void say(Runnable failing) {
    try {
      failing.run();
      throw new AssertionError("it did not fail");
    } catch (RuntimeException e) {
      LoggerFactory.getLogger("dev.davit.test").info("failed", e);
    }
  }

  private static List<String> encodings(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return List.of(
        secret,
        Base64.getEncoder().encodeToString(bytes).substring(0, 40),
        HexFormat.of().formatHex(bytes),
        URLEncoder.encode(secret, StandardCharsets.UTF_8));
  }

  private final class Listener extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      StringBuilder text = new StringBuilder(event.getFormattedMessage());
      for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
        text.append('\n').append(cause.getClassName()).append(": ").append(cause.getMessage());
      }
      logged.add(text.toString());
    }
  }
}

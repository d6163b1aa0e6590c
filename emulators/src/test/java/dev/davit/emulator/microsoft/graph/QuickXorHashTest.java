package dev.davit.emulator.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hash, by vectors that others made: rclone's (quickxorhash_test.go) and quickxorhash's. */
class QuickXorHashTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''|AAAAAAAAAAAAAAAAAAAAAAAAAAA=
          Sg==|SgAAAAAAAAAAAAAAAQAAAAAAAAA=
          tbQ=|taAFAAAAAAAAAAAAAgAAAAAAAAA=
          i+UZyUGJKh+ISbk=|iyhHBpIRhESo4AOIQ0IuAAAAAAA=
          gQaybEqS/4UlDc8e4IJm|gDCALNigBEn8oxAlZ8AzPAAOQZg=
          2fuxhBJXtpWFe8dOfdGeHw==|O9tHLAghgSvYohKFyMMxnNCHaHg=
          T6LYJIfDh81JrAK309H2JMJTXis=|zBTHrspn3mEcohlJdIUAbjGNaNg=
          NbYXsp5/K6mR+NmHwExjvWeWDJFnXTKWVlzYHoesp2E=|wjuAuWDiq04qDt1R8hHWDDcwVoQ=
          YnF4smoy9hox2jBlJ3VUa4qyCRhOZbWcmFGIiszTT4zAdYHsqJazyg==|arkIn+ELddmE8N34J9ydyFKW+9w=
          jyibxJSzO6ZiZ0O1qe3tG/bvIAYssvukh9suIT5wEy1JBINVgPiqdsTW0cOpP0aUfP7mgqLfADkzI/m/GgCuVhr8oFLrOCoTx1/psBOWwhltCbhUx51Icm9aH8tY4Z3ccU+6BKpYQkLCy0B/A9Zc|hZfLIilSITC6N3e3tQ/iSgEzkto=
          PfxMcUd0vIW6VbHG/uj/Y0W6qEoKmyBD0nYebEKazKaKG+UaDqBEcmQjbfQeVnVLuodMoPp7P7TR1htX5n2VnkHh22xDyoJ8C/ZQKiSNqQfXvh83judf4RVr9exJCud8Uvgip6aVZTaPrJHVjQhMCp/dEnGvqg0oN5OVkM2qqAXvA0teKUDhgNM71sDBVBCGXxNOR2bpbD1iM4dnuT0ey4L+loXEHTL0fqMeUcEi2asgImnlNakwenDzz0x57aBwyq3AspCFGB1ncX4yYCr/OaCcS5OKi/00WH+wNQU3|QX/YEpG0gDsmhEpCdWhsxDzsfVE=
          """)
  void vectors_ofOthers_areMet_inWholeAndInParts(String content, String hash) {
    byte[] bytes = Base64.getDecoder().decode(content);
    QuickXorHash whole = new QuickXorHash();
    assertThat(base64(whole.digest(bytes))).isEqualTo(hash);
    for (int part : new int[] {1, 3, 64, 200}) {
      for (int at = 0; at < bytes.length; at += part) {
        whole.update(bytes, at, Math.min(part, bytes.length - at));
      }
      assertThat(base64(whole.digest())).as("in parts of %s", part).isEqualTo(hash);
    }
  }

  @Test
  void helloWorld_byteByByte() {
    QuickXorHash hash = new QuickXorHash();
    for (byte octet : "hello world".getBytes(StandardCharsets.US_ASCII)) {
      hash.update(octet);
    }
    assertThat(base64(hash.digest())).isEqualTo("aCgDG9jwBhDc4Q1yawMZAAAAAAA=");
  }

  @Test
  void clone_goesItsOwnWay() throws CloneNotSupportedException {
    QuickXorHash one = new QuickXorHash();
    one.update((byte) 'h');
    QuickXorHash other = one.clone();
    other.update((byte) 'x');
    one.update("ello world".getBytes(StandardCharsets.US_ASCII));
    assertThat(base64(one.digest())).isEqualTo("aCgDG9jwBhDc4Q1yawMZAAAAAAA=");
  }

  private static String base64(byte[] hash) {
    return Base64.getEncoder().encodeToString(hash);
  }
}

package dev.davit.emulator.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotaTest extends GraphBench {
  private static Map<?, ?> quota() {
    return ada().get(ME).object("quota");
  }

  @Test
  void quota_hasItsStates_andKeepsOutWhatDoesNotFit() {
    items().quota(ada, 1000);
    assertThat(quota().get("state")).isEqualTo("normal");
    ada().put(ME + "/root:/big:/content", "x".repeat(901));
    assertThat(quota().get("state")).isEqualTo("nearing");
    ada().put(ME + "/root:/bigger:/content", "x".repeat(95));
    assertThat(quota().get("state")).isEqualTo("critical");
    Answer full = ada().put(ME + "/root:/too big:/content".replace(" ", "%20"), "x".repeat(5));
    assertThat(full.status() + " " + full.error()).isEqualTo("507 quotaLimitReached");
    ada().put(ME + "/root:/rest:/content", "x".repeat(4));
    assertThat(quota().get("state")).isEqualTo("exceeded");
    ada().delete(ME + "/root:/rest");
    assertThat(quota().get("deleted")).isEqualTo(4);
    assertThat(quota().get("used")).isEqualTo(1000);
    items().unknownQuota(ada, true);
    assertThat(quota().values().stream().filter(it -> it.equals(0))).hasSize(4);
  }
}

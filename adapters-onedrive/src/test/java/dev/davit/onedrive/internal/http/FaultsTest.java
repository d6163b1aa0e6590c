package dev.davit.onedrive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.onedrive.OneDrivePatience;
import dev.davit.outbound.transfer.Call;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Explained;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statuses and codes of Graph, and what they end as. */
class FaultsTest {
  @ParameterizedTest
  @CsvSource({
    "400,invalidRequest,INVALID_REQUEST",
    "400,notSupported,UNSUPPORTED",
    "400,pathIsTooLong,INVALID_REQUEST",
    "401,InvalidAuthenticationToken,TOKEN_REJECTED",
    "401,accessDenied,TOKEN_REJECTED",
    "403,accessDenied,PROVIDER_DENIED",
    "403,malwareDetected,PROVIDER_DENIED",
    "403,quotaLimitReached,QUOTA_EXCEEDED",
    "403,activityLimitReached,RATE_LIMITED",
    "404,itemNotFound,NOT_FOUND",
    "409,nameAlreadyExists,CONFLICT",
    "409,childItemCountExceeded,QUOTA_EXCEEDED",
    "410,resyncRequired,NOT_FOUND",
    "412,resourceModified,PRECONDITION_FAILED",
    "413,x,TOO_LARGE",
    "416,invalidRange,INVALID_REQUEST",
    "423,resourceLocked,LOCKED",
    "429,activityLimitReached,RATE_LIMITED",
    "429,x,RATE_LIMITED",
    "500,generalException,UNAVAILABLE",
    "501,notImplemented,UNSUPPORTED",
    "503,serviceNotAvailable,UNAVAILABLE",
    "504,x,UNAVAILABLE",
    "507,quotaLimitReached,QUOTA_EXCEEDED",
    "507,x,QUOTA_EXCEEDED",
    "509,x,RATE_LIMITED",
    "418,x,PROTOCOL",
    "302,x,PROTOCOL"
  })
  void statusAndCode_decide_theTextDoesNot(int status, String code, ErrorKind kind) {
    String body =
        "{\"error\":{\"code\":\"" + code + "\",\"message\":\"canary quotaLimitReached 429\"}}";
    CloudException fault = fault(status, "application/json", body);
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(Faults.status(fault)).isEqualTo(status);
    assertThat(String.valueOf(fault.getMessage())).doesNotContain("canary");
    assertThat(fault.getCause()).hasMessageNotContaining("canary");
  }

  @Test
  void innerCodes_areMoreExact() {
    String body =
        """
        {"error":{"code":"invalidRequest","innerError":{"code":"unheardOf","innererror":\
        {"code":"maxFileSizeExceeded"}}}}""";
    CloudException fault = fault(400, "application/json", body);
    assertThat(fault.kind()).isEqualTo(ErrorKind.TOO_LARGE);
    assertThat(Faults.isFor(fault, Reason.FILE_SIZE)).isTrue();
    assertThat(fault.getCause())
        .isInstanceOfSatisfying(
            Explained.class,
            cause -> assertThat(cause.reason()).isEqualTo("status 400 maxFileSizeExceeded"));
  }

  @ParameterizedTest
  @CsvSource({"403,PROVIDER_DENIED", "502,UNAVAILABLE", "404,NOT_FOUND"})
  void pagesForPeople_areJudgedByTheirStatus(int status, ErrorKind kind) {
    CloudException fault = fault(status, "text/html", "<html>accessDenied");
    assertThat(fault.kind()).isEqualTo(kind);
  }

  @Test
  void refusedAddress_isNotARefusedAccount() {
    try (Peer peer = Peer.answering(401, "application/json", "{}");
        Answer answer = peer.transport.send(get(peer), Map.of())) {
      assertThat(Faults.bare(answer).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    }
  }

  @ParameterizedTest
  @CsvSource({"429,RATE_LIMITED", "503,UNAVAILABLE", "509,RATE_LIMITED"})
  void retryAfter_isHeeded(int status, ErrorKind kind) {
    try (Peer peer =
            new Peer(
                OneDrivePatience.usual(),
                exchange -> {
                  exchange.getResponseHeaders().set("Retry-After", "17");
                  Peer.answer(exchange, status, "application/json", "{}");
                });
        Answer answer = peer.transport.send(get(peer), Map.of())) {
      CloudException fault = Faults.of(answer);
      assertThat(fault.kind()).isEqualTo(kind);
      assertThat(fault.retryAfter()).contains(Duration.ofSeconds(17));
    }
  }

  private static CloudException fault(int status, String type, String body) {
    try (Peer peer = Peer.answering(status, type, body);
        Answer answer = peer.transport.send(get(peer), Map.of())) {
      return Faults.of(answer);
    }
  }

  private static Call get(Peer peer) {
    return Call.of("GET", peer.endpoints.graph().resolve("x"));
  }
}

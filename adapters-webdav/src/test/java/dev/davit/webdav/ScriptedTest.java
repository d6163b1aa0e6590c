package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import dev.davit.webdav.ScriptedServer.Asked;
import dev.davit.webdav.ScriptedServer.Out;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** Tests against servers that follow a script. */
abstract class ScriptedTest {
  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : opened) {
      one.close();
    }
  }

  final ScriptedServer server(ScriptedServer.Script script) {
    ScriptedServer server = new ScriptedServer(script);
    opened.add(server);
    return server;
  }

  /** A server whose top has just these children. */
  final ScriptedServer listing(String responses) {
    return server((asked, out) -> out.multi(Xmls.folder("/dav/") + responses));
  }

  final WebDavProvider provider(WebDavSettings settings) {
    WebDavProvider provider = new WebDavProvider(Davs.loopback(), settings);
    opened.add(provider);
    return provider;
  }

  final Storage storage(ScriptedServer server) {
    return storage(server, Davs.settings());
  }

  final Storage storage(ScriptedServer server, WebDavSettings settings) {
    return provider(settings).open(Davs.source(Davs.fields(server.url())));
  }

  final Grant verify(ScriptedServer server) {
    return ((Authentication.Fields) provider(Davs.settings()).authentication())
        .verify(Davs.fields(server.url()));
  }

  final List<Entry> list(ScriptedServer server) {
    return storage(server).list(new ListRequest(EntryId.ROOT, 1000, null)).entries();
  }

  static CloudException failure(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(CloudException.class);
    return (CloudException) thrown;
  }

  static void assertKind(ErrorKind kind, ThrowingCallable call) {
    CloudException thrown = failure(call);
    assertThat(thrown.kind()).as(String.valueOf(thrown.getCause())).isEqualTo(kind);
  }

  /** Answers PROPFINDs as if there were only a top, and says what else is asked for to a script. */
  static ScriptedServer.Script empty(ScriptedServer.Script others) {
    return (asked, out) -> {
      if (asked.is("PROPFIND")) {
        top(asked, out);
      } else {
        others.answer(asked, out);
      }
    };
  }

  static void top(Asked asked, Out out) throws IOException {
    if (asked.path().equals("/dav/")) {
      out.multi(Xmls.folder("/dav/"));
    } else {
      out.status(404);
    }
  }
}

package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.Fault;
import dev.davit.emulator.Faults;
import dev.davit.emulator.internal.Parameters;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** What people can ask of an emulated OneDrive, beside the faults of every emulator. */
final class GraphCommands {
  private static final Map<String, Supplier<Fault>> FAULTS =
      Map.of(
          "graph-locked", GraphFaults::locked,
          "graph-quota-exceeded", GraphFaults::quotaLimitReached,
          "graph-modified", GraphFaults::resourceModified,
          "graph-denied", GraphFaults::accessDenied,
          "graph-invalid-token", GraphFaults::invalidToken,
          "graph-general-exception", GraphFaults::generalException,
          "graph-already-uploading", GraphFaults::alreadyUploading,
          "graph-error-inside", GraphFaults::errorInside);

  private static final Map<String, Function<Duration, Fault>> LIMITS =
      Map.of(
          "graph-throttled", GraphFaults::throttled,
          "graph-unavailable", GraphFaults::unavailable,
          "graph-bandwidth", GraphFaults::bandwidthExceeded);

  private GraphCommands() {}

  static void add(GraphEmulator graph, Site site) {
    Faults faults = site.faults();
    FAULTS.forEach(
        (name, fault) ->
            site.command(name, "once, in Graph", request -> faults.inject(inGraph(fault.get()))));
    LIMITS.forEach(
        (name, fault) ->
            site.command(
                name,
                "seconds=N of Retry-After, once, in Graph",
                request -> faults.inject(inGraph(fault.apply(seconds(request))))));
    lists(graph.faults(), site);
    copies(graph.faults(), site);
    downloads(graph, site);
    uploads(graph, site);
    rewriting(graph.faults(), site);
    items(graph, site);
  }

  private static Fault inGraph(Fault fault) {
    return fault.at("/v1.0/");
  }

  private static void lists(GraphFaults faults, Site site) {
    count(site, "graph-empty-pages", "pages come without an item and go on", faults::emptyPages);
    count(site, "graph-repeat-items", "pages repeat the item before", faults::repeatItems);
    count(site, "graph-skip-items", "pages leave an item out", faults::skipItems);
    site.command(
        "graph-resync",
        "code=resyncChangesApplyDifferences or …UploadDifferences, of the next token of delta",
        request -> faults.resync(Parameters.text(request, "code")));
  }

  private static void count(Site site, String name, String what, IntConsumer action) {
    site.command(
        name, "count=N of the next " + what, request -> action.accept(number(request, "count")));
  }

  private static void copies(GraphFaults faults, Site site) {
    count(site, "graph-slow-copies", "answers of a monitor say inProgress", faults::slowCopies);
    site.command(
        "graph-monitor",
        "status=200, 202 or 303 when a copy is done",
        request -> faults.monitorStatus(number(request, "status")));
    site.command(
        "graph-fail-copy",
        "code=C of the next copy",
        request -> faults.failCopy(Parameters.text(request, "code")));
  }

  private static void downloads(GraphEmulator graph, Site site) {
    site.command(
        "graph-expire-downloads",
        "status=401, 403 or 404 of all addresses of now",
        request -> graph.expireDownloads(number(request, "status")));
    site.command(
        "graph-whole-files",
        "on=true: ranges are ignored",
        request -> graph.faults().wholeFiles(Parameters.on(request)));
  }

  private static void uploads(GraphEmulator graph, Site site) {
    UploadFaults faults = graph.faults().uploads();
    site.command(
        "graph-take-less",
        "bytes=N of the next fragment",
        request -> faults.takeLess(Parameters.number(request, "bytes")));
    site.command(
        "graph-cut-upload",
        "bytes=N of an upload, then the connection is closed",
        request -> faults.cutUploadAt(Parameters.number(request, "bytes")));
    site.command(
        "graph-final-status",
        "status=200 or 201 of the last fragments, 0 for what is true",
        request -> faults.finalStatus(number(request, "status")));
    site.command(
        "graph-fail-fragment",
        "status=N on=true when it is taken nevertheless",
        request -> faults.failFragment(number(request, "status"), Parameters.on(request)));
    site.command(
        "graph-end-uploads",
        "status=404, 403 or 410",
        request -> graph.endUploads(number(request, "status")));
  }

  private static void rewriting(GraphFaults faults, Site site) {
    site.command(
        "graph-rewriting",
        "on=true: Office files are altered when they come",
        request -> faults.rewriting(Parameters.on(request)));
    site.command(
        "graph-misstated-size",
        "bytes=N too many are told of Office files",
        request -> faults.misstatedSize(Parameters.number(request, "bytes")));
  }

  private static void items(GraphEmulator graph, Site site) {
    site.command(
        "graph-quota",
        "email=A bytes=N that the account may keep",
        request ->
            graph.items().quota(account(site, request), Parameters.number(request, "bytes")));
    site.command(
        "graph-unknown-quota",
        "email=A on=true: all numbers are 0",
        request -> graph.items().unknownQuota(account(site, request), Parameters.on(request)));
    site.command(
        "graph-lock",
        "id=ID code=C of an item that somebody holds, an empty one lets go",
        request ->
            graph.items().lock(Parameters.text(request, "id"), Parameters.text(request, "code")));
  }

  private static MicrosoftAccount account(Site site, HttpServletRequest request) {
    return site.account(Parameters.text(request, "email"));
  }

  private static Duration seconds(HttpServletRequest request) {
    return Duration.ofSeconds(Parameters.number(request, "seconds"));
  }

  private static int number(HttpServletRequest request, String name) {
    return (int) Parameters.number(request, name);
  }
}

package dev.davit.emulator.nextcloud;

import dev.davit.emulator.Requests;
import dev.davit.emulator.internal.Control;
import dev.davit.emulator.internal.FaultsFilter;
import dev.davit.emulator.internal.LoopbackTomcat;
import dev.davit.emulator.internal.RequestsFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Everything that one emulated Nextcloud is and knows, and how it is wired to the web server. */
final class Cloud {
  private final Requests requests = new Requests();
  private final NextcloudFaults faults = new NextcloudFaults();
  private final Accounts accounts = new Accounts();
  private final Catalog catalog = new Catalog();
  private final Permissions permissions = new Permissions();
  private final Disk disk;
  private final Quotas quotas;
  private final BruteForce bruteForce;
  private final LoginFlows flows;
  private final Trash trash;
  private final Uploads uploads;

  Cloud(Path dir, InstantSource clock, long minimumChunk) throws IOException {
    disk = new Disk(dir);
    quotas = new Quotas(disk);
    bruteForce = new BruteForce(clock);
    flows = new LoginFlows(clock, accounts);
    trash = new Trash(disk, catalog, clock, faults);
    uploads = new Uploads(disk, clock, minimumChunk);
  }

  void add(Account account) {
    try {
      Files.createDirectories(disk.home(account.userId()));
      Files.createDirectories(disk.uploads(account.userId()));
      Files.createDirectories(disk.trash(account.userId()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    accounts.add(account);
  }

  /** Puts everything into the web server. */
  void install(LoopbackTomcat tomcat) {
    Addresses addresses = new Addresses(faults);
    tomcat.errors(SabreErrors.class);
    tomcat.filter(new RequestsFilter(requests), "/*");
    tomcat.filter(new FaultsFilter(faults.faults()), "/*");
    tomcat.filter(new MaintenanceFilter(faults), "/*");
    tomcat.filter(new AuthFilter(accounts, bruteForce), "/*");
    tomcat.servlet(new StatusServlet(faults), Map.of(), StatusServlet.PATTERN);
    tomcat.servlet(new LoginServlet(flows, addresses), Map.of(), LoginServlet.PATTERNS);
    tomcat.servlet(
        new LoginPages(flows, accounts, addresses, bruteForce), Map.of(), LoginPages.PATTERNS);
    tomcat.servlet(new WipeServlet(accounts), Map.of(), WipeServlet.PATTERNS);
    tomcat.servlet(new OcsServlet(accounts, new UserData(quotas)), Map.of(), OcsServlet.PATTERN);
    tomcat.servlet(Commands.control(this), Map.of(), Control.PATTERN);
    tomcat.servlet(dav(), DavServlet.SETTINGS, DavServlet.PATTERN);
  }

  private DavServlet dav() {
    DavAreas areas = new DavAreas();
    DavServlet servlet = new DavServlet(disk, catalog, areas);
    FileNodes nodes = new FileNodes(disk, catalog, quotas, permissions, servlet::type);
    areas.are(
        new Parts(
            disk,
            catalog,
            quotas,
            permissions,
            servlet,
            nodes,
            new Listings(disk, nodes),
            trash,
            uploads,
            new Assemblies(uploads, disk, catalog, quotas, permissions, faults),
            faults));
    return servlet;
  }

  Requests requests() {
    return requests;
  }

  NextcloudFaults faults() {
    return faults;
  }

  Accounts accounts() {
    return accounts;
  }

  Permissions permissions() {
    return permissions;
  }

  Disk disk() {
    return disk;
  }

  Quotas quotas() {
    return quotas;
  }

  BruteForce bruteForce() {
    return bruteForce;
  }

  LoginFlows flows() {
    return flows;
  }
}

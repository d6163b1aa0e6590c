package dev.davit.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers from the table; each lookup of a name answers its next answer, the last one for ever. */
public final class StubDns implements NameResolver {
  private final Map<String, List<String>> answers = new HashMap<>();
  private final Map<String, Integer> asked = new HashMap<>();

  /** One that knows the table's names. */
  public static StubDns fromTable() {
    StubDns dns = new StubDns();
    Vectors.lines("stub_dns.tsv")
        .map(line -> line.split("\t", -1))
        .forEach(cells -> dns.put(cells[0], cells[1].split("\\|", -1)));
    return dns;
  }

  /** Gives a name these answers, from its next lookup on. */
  public synchronized StubDns put(String name, String... lookups) {
    asked.remove(name);
    answers.put(name, List.of(lookups));
    return this;
  }

  @Override
  public synchronized List<InetAddress> resolve(String host) throws UnknownHostException {
    List<String> lookups = answers.get(host);
    int count = asked.merge(host, 1, Integer::sum);
    if (lookups == null || lookups.equals(List.of("NXDOMAIN"))) {
      throw new UnknownHostException(host);
    }
    return addresses(lookups.get(Math.min(count, lookups.size()) - 1));
  }

  /** The addresses of a list with commas. */
  public static List<InetAddress> addresses(String list) {
    List<InetAddress> addresses = new ArrayList<>();
    Arrays.stream(list.split(",", -1))
        .filter(text -> !text.isEmpty())
        .forEach(text -> addresses.add(IpLiteral.parse(text).orElseThrow()));
    return addresses;
  }
}

package dev.davit.persistence.sql;

import java.io.IOException;

/** A program that opens the stores when told to. */
final class Starter {
  private Starter() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("ready");
    if (System.in.read() < 0) {
      throw new IllegalStateException("nobody said go");
    }
    try (SqlStores stores = SqlStores.open(Programs.settings(arguments))) {
      System.out.println(stores.holdsSealed() ? "sealed" : "opened");
    }
  }
}

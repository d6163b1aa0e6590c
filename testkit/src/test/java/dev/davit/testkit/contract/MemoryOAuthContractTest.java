package dev.davit.testkit.contract;

import java.util.function.UnaryOperator;

/** The client in memory keeps the contract. */
class MemoryOAuthContractTest extends OAuthContract {
  @Override
  protected OAuthSetup open() {
    return new MemoryOAuthSetup(UnaryOperator.identity());
  }
}

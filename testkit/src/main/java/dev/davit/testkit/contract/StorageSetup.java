package dev.davit.testkit.contract;

import dev.davit.ports.CredentialSource;
import dev.davit.ports.storage.StorageProvider;

/**
 * A storage to be tried.
 *
 * @param provider the adapter
 * @param credentials of an account in which nothing is stored
 * @param traits in what it differs
 */
public record StorageSetup(
    StorageProvider provider, CredentialSource credentials, StorageTraits traits) {}

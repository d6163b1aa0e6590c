package dev.davit.internal.logins;

import dev.davit.internal.codec.Packer;
import dev.davit.internal.codec.Sha256;
import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;

/**
 * Under what a pending log-in is kept: a hash of its handle, its owner and its provider. The handle
 * in other hands, or with another provider, is the key of nothing, as a made-up one is.
 *
 * @param value 64 hex digits; tells nothing of the handle
 */
record LoginKey(String value) {
  static LoginKey of(Owner owner, ProviderId provider, Secret handle) {
    byte[] parts =
        new Packer().text(owner.key()).text(provider.value()).text(handle.reveal()).toBytes();
    return new LoginKey(Sha256.hex(Sha256.of(parts)));
  }

  /** The job that stands for the log-in. */
  JobId job() {
    return new JobId(value);
  }
}

package dev.davit.persistence.redis;

/**
 * Where one process of Redis, or a Sentinel, is reached.
 *
 * @param host a name or an address; an IPv6 address without brackets
 * @param port from 1 to 65535
 */
public record RedisNode(String host, int port) {}

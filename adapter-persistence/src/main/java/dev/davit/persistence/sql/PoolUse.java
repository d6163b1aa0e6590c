package dev.davit.persistence.sql;

/**
 * How a database's pool is used at a moment.
 *
 * @param active connections that somebody works with
 * @param idle connections that wait for somebody
 * @param waiting threads that wait for a connection
 * @param most how many connections there may be
 * @param timeouts how many waits have ended without a connection since the start
 */
public record PoolUse(int active, int idle, int waiting, int most, long timeouts) {}

import { statfsSync } from 'node:fs';
import os from 'node:os';

const megabyte = 1024 * 1024;

/** The server's settings for this machine, as text of `mandate.conf`. Written anew at each start. */
export function settingsText(): string {
  const lines = Object.entries(settings()).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return `# Written by Mandate at each start. Put your own settings into postgresql.conf, below its include.\n${lines.join('\n')}\n`;
}

function settings(): Record<string, string> {
  const memory = usableMemory() / megabyte;
  return {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: `${Math.round(Math.min(Math.max(memory / 8, 64), 4096))}MB`,
    effective_cache_size: `${Math.round(Math.max(memory / 2, 256))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${Math.round(Math.min(Math.max(memory / 32, 64), 512))}MB`,
    dynamic_shared_memory_type: sharedMemory(),
    fsync: 'on',
    synchronous_commit: 'on',
    // After a checkpoint the first change of a page writes all of it, which costs more than the change: seldom, then.
    checkpoint_timeout: '15min',
    max_wal_size: '4GB',
    // Data lies on SSDs nearly everywhere; the default of 4 is for turning disks.
    random_page_cost: '1.1',
    // Our statements are short: compiling them takes longer than running them.
    jit: 'off',
    shared_preload_libraries: 'pg_stat_statements',
    track_io_timing: 'on',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    datestyle: 'iso, ymd',
    lc_messages: 'C',
    default_text_search_config: 'pg_catalog.simple',
    // Statements may hold personal data; the log must not.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  };
}

/** Bytes this process may use: what the container allows, or what the machine has. */
function usableMemory(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 && constrained < os.totalmem() ? constrained : os.totalmem();
}

/** Containers often give 64 MB of /dev/shm, too little for a parallel query; System V memory has no such bound. */
function sharedMemory(): string {
  if (process.platform !== 'linux') return 'posix';
  try {
    const { blocks, bsize } = statfsSync('/dev/shm');
    return blocks * bsize >= 512 * megabyte ? 'posix' : 'sysv';
  } catch {
    return 'sysv';
  }
}

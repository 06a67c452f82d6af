/** Whether a host name of an address leads nowhere but to this machine. */
export function isThisMachine(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '::1', '[::1]'].includes(hostname);
}

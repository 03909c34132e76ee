import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of the site. */
export interface SitePage {
  body: string;
  /** Sent beside, or instead of, `content-type: text/html; charset=utf-8` and `cache-control: no-store`. */
  headers?: Record<string, string>;
}

/** A request as a browser made it: `CONNECT host:port` for a TLS tunnel, else the method and the whole address. */
export interface SiteRequest {
  method: string;
  url: string;
  /** Whether the site had a page for it; everything else was refused. */
  served: boolean;
}

export interface Site {
  /** Where the browser's proxy stands: host:port on loopback. */
  address: string;
  /** Every request that any browser sent through the proxy, in the order of arrival. */
  requests: SiteRequest[];
  close(): Promise<void>;
}

/**
 * A forward proxy on loopback that plays the government sites.
 *
 * It answers the pages it was given by their whole address, records every request and refuses the rest, TLS tunnels
 * too. A browser that has it as its only proxy, loopback included, resolves no name and reaches nothing else, so the
 * record is the whole traffic of that browser: pages, service workers, extension pages and the browser's own.
 * (Host mapping rules, the other way, would show only the requests to the mapped names.)
 */
export async function startSite(pages: Record<string, SitePage>): Promise<Site> {
  const shelf = new Map(Object.entries(pages));
  const requests: SiteRequest[] = [];

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? '';
    const page = shelf.get(url);
    requests.push({ method: request.method ?? '', url, served: page !== undefined });
    if (!page) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这个页面');
      return;
    }
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...page.headers };
    response.writeHead(200, headers).end(page.body);
  };

  const server = createServer(answer);
  server.on('connect', (request, socket) => {
    requests.push({ method: 'CONNECT', url: request.url ?? '', served: false });
    socket.on('error', () => {});
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    address: `127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

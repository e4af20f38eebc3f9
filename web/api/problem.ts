/** Why a request was turned away, after RFC 9457. */
export type Problem = {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 500 | 503
  /** What programs tell problems apart by. */
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly facts?: Readonly<Record<string, string>>
  /** Where the request is not well formed: the path of each problem in the body, and what it is. */
  readonly problems?: readonly { readonly path: string; readonly message: string }[]
  readonly retryAfterSeconds?: number
}

/** Thrown where a request cannot go on; nothing was recorded. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** As `application/problem+json`. */
export function problemResponse({ retryAfterSeconds, ...problem }: Problem, instance: string): Response {
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
  }
  return new Response(JSON.stringify({ type: `urn:problem:follow-up:${problem.code}`, ...problem, instance }), { status: problem.status, headers })
}

import type { Client } from '@temporalio/client'
import { rethrowPlainly } from './waker.ts'

/**
 * The id of the client's namespace: another one under the same name is another, empty Temporal.
 *
 * @throws TemporalUnavailable when it does not answer; a namespace that does not exist is an error of its own
 */
export async function namespaceId({ workflowService, options: { namespace } }: Client): Promise<string> {
  const { namespaceInfo } = await workflowService.describeNamespace({ namespace }).catch(rethrowPlainly)
  if (!namespaceInfo?.id) throw new TypeError(`Temporal tells no id for the namespace ${namespace}`)
  return namespaceInfo.id
}

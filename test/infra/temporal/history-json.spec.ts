import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { describe, expect, it } from 'vitest'

// With an older protobuf runtime hoisted beside the SDK's, both functions throw: the recorded histories could be neither written nor replayed.
describe('a workflow history as JSON', () => {
  const written = {
    events: [
      {
        eventId: '1',
        eventTime: '2013-06-14T00:00:00Z',
        eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
        taskId: '1048577',
        workflowExecutionStartedEventAttributes: {
          workflowType: { name: 'followObligation' },
          taskQueue: { name: 'follow-up', kind: 'TASK_QUEUE_KIND_NORMAL' },
          input: { payloads: [{ metadata: { encoding: 'anNvbi9wbGFpbg==' }, data: 'ImlsbyI=' }] },
          workflowTaskTimeout: '10s',
          attempt: 1,
        },
      },
      {
        eventId: '2',
        eventTime: '2013-06-14T00:00:00.250Z',
        eventType: 'EVENT_TYPE_TIMER_STARTED',
        timerStartedEventAttributes: { timerId: '1', startToFireTimeout: '15811200s', workflowTaskCompletedEventId: '4' },
      },
    ],
  }

  it('is read with its types, times and payloads', () => {
    const [started, timer] = historyFromJSON(written).events ?? []

    expect(started?.workflowExecutionStartedEventAttributes?.workflowType?.name).toBe('followObligation')
    expect(Buffer.from(started?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0]?.data ?? []).toString()).toBe('"ilo"')
    expect(timer?.timerStartedEventAttributes?.startToFireTimeout?.seconds?.toString()).toBe('15811200')
  })

  it('is the same after reading and writing it again', () => {
    expect(JSON.parse(historyToJSON(historyFromJSON(written)))).toStrictEqual(written)
  })
})

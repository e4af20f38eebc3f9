import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** Where in the conversation the relay stops being kind. */
export type TimelineEntry = 'greeting' | 'hello' | 'mail' | 'recipient' | 'data' | 'end'

/** What it does there: answer with this line, hang up, or say nothing more. */
export type Unkindness = string | 'drop' | 'stall'

export type Script = {
  readonly at?: Partial<Record<TimelineEntry, Unkindness>>
  /** Refuse this recipient and take the others. */
  readonly refusing?: string
  /** Stop reading inside the message, and hang up a little later. */
  readonly dropInside?: boolean
  /** Answer this after the first bytes of a message, before its end. */
  readonly interrupt?: string
}

export type UnkindRelay = {
  readonly port: number
  /** Commands as they came, then `<n bytes>` for what came after DATA. */
  readonly heard: string[]
  /** Messages whose final dot arrived. */
  readonly whole: string[]
  /** Bytes that arrived after DATA was answered, whole message or not. */
  bytesAfterData(): number
  /** Resolves once every conversation so far has ended. */
  quiet(): Promise<void>
  close(): Promise<void>
}

/** A real SMTP server, on a free loopback port, that misbehaves to order. */
export async function startUnkindRelay({ at = {}, refusing, dropInside = false, interrupt }: Script = {}): Promise<UnkindRelay> {
  const heard: string[] = []
  const whole: string[] = []
  const sockets = new Set<Socket>()
  let afterData = 0

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
    let pending = ''
    let inData = false

    const answer = (timelineEntry: TimelineEntry, kindly: string) => {
      const unkindness = at[timelineEntry] ?? kindly
      if (unkindness === 'drop') socket.destroy()
      else if (unkindness !== 'stall') socket.write(`${unkindness}\r\n`)
      return unkindness
    }
    const command = (line: string) => {
      heard.push(line)
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'EHLO') answer('hello', '250 unkind.invalid')
      else if (verb === 'MAIL') answer('mail', '250 ok')
      else if (verb === 'RCPT') refusing !== undefined && line.includes(refusing) ? socket.write('550 no such box\r\n') : answer('recipient', '250 ok')
      else if (verb === 'DATA') inData = answer('data', '354 go on').startsWith('354')
      else if (verb === 'QUIT') socket.end('221 bye\r\n')
      else socket.write('250 ok\r\n')
    }
    const data = () => {
      const end = `\r\n${pending}`.indexOf('\r\n.\r\n')
      if (end === -1) return
      whole.push(pending.slice(0, end))
      pending = pending.slice(end + 3)
      inData = false
      answer('end', '250 taken')
    }

    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1')
      if (inData) afterData += chunk.length
      if (inData && interrupt !== undefined) socket.write(`${interrupt}\r\n`)
      if (inData && dropInside) {
        socket.pause()
        setTimeout(() => socket.resetAndDestroy(), 200)
        return
      }
      while (!inData && pending.includes('\r\n')) {
        const line = pending.slice(0, pending.indexOf('\r\n'))
        pending = pending.slice(line.length + 2)
        command(line)
      }
      if (inData) data()
    })
    answer('greeting', '220 unkind.invalid')
  })

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    whole,
    bytesAfterData: () => afterData,
    quiet: async () => void (await Promise.all([...sockets].map((socket) => once(socket, 'close')))),
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

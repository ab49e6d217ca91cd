import { type ChildProcess, fork } from 'node:child_process'

/** Runs orders in several processes, each of which answers every order with one message. */
export interface Pool<Order, Answer> {
  /**
   * `limit` is in milliseconds, from the moment a process takes the order; after that the process is killed and replaced.
   * 'too-slow' when the time ran out, 'failed' when the process ended before it answered.
   */
  run(order: Order, limit: number): Promise<Answer | 'too-slow' | 'failed'>
  close(): void
}

export interface PoolOptions {
  /** A module that listens to 'message' and answers with `process.send`. */
  readonly script: string
  readonly args: readonly string[]
  readonly processes: number
}

export function createPool<Order extends object, Answer extends object>(options: PoolOptions): Pool<Order, Answer> {
  const idle: ChildProcess[] = []
  const waiting: ((child: ChildProcess) => void)[] = []
  let started = 0

  const take = (): Promise<ChildProcess> => {
    const child = idle.pop()
    if (child) return Promise.resolve(child)
    if (started < options.processes) return Promise.resolve(start())
    return new Promise((resolve) => waiting.push(resolve))
  }
  const start = () => {
    started++
    return fork(options.script, options.args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  }
  const give = (child: ChildProcess) => {
    const next = waiting.shift()
    if (next) next(child)
    else idle.push(child)
  }
  const replace = (child: ChildProcess) => {
    started--
    child.kill('SIGKILL')
    const next = waiting.shift()
    if (next) next(start())
  }

  return {
    async run(order, limit) {
      const child = await take()
      const answer = await ask<Answer>(child, order, limit)
      if (typeof answer === 'string') replace(child)
      else give(child)
      return answer
    },
    close() {
      for (const child of idle) child.disconnect()
    },
  }
}

function ask<Answer>(child: ChildProcess, order: object, limit: number): Promise<Answer | 'too-slow' | 'failed'> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | 'too-slow' | 'failed') => {
      clearTimeout(timer)
      child.off('message', onMessage).off('exit', onEnd).off('error', onEnd)
      resolve(answer)
    }
    const onMessage = (message: unknown) => settle(message as Answer)
    const onEnd = () => settle('failed')
    const timer = setTimeout(() => settle('too-slow'), limit)
    child.on('message', onMessage).on('exit', onEnd).on('error', onEnd)
    child.send(order, (error) => error && onEnd())
  })
}

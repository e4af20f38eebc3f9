import { Argument, Command } from 'commander'
import type { CommandLinePorts } from './ports.ts'

const shells = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof shells)[number]

export const completionCommand = (ports: CommandLinePorts): Command =>
  new Command('completion')
    .addArgument(new Argument('<shell>', 'the shell that completes').choices(shells))
    .addHelpText('after', howToInstall)
    .action(async (shell: Shell, _options: object, { parent }: Command) => {
      if (parent === null) throw new TypeError('completion is no program of its own')
      const { describeCommands } = await import('./completion/described-command.ts')
      for (const line of (await scriptFor[shell]())(parent.name(), describeCommands(parent))) await ports.out.line(line)
    })

const scriptFor = {
  bash: async () => (await import('./completion/bash-completion.ts')).bashCompletion,
  zsh: async () => (await import('./completion/zsh-completion.ts')).zshCompletion,
  fish: async () => (await import('./completion/fish-completion.ts')).fishCompletion,
} as const

const howToInstall = `
Installation, for a follow-up that is on the PATH (or an alias: alias follow-up='npx follow-up'):
  bash  follow-up completion bash > ~/.local/share/bash-completion/completions/follow-up
  zsh   follow-up completion zsh > "\${fpath[1]}/_follow-up"
  fish  follow-up completion fish > ~/.config/fish/completions/follow-up.fish`

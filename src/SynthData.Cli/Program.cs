using System.Runtime.InteropServices;
using System.Text;
using SynthData.Cli;

using CancellationTokenSource interruption = new();
bool isTerminated = false;

void Stop(PosixSignalContext signal)
{
    if (interruption.IsCancellationRequested)
        return; // a second signal ends the process at once

    signal.Cancel = true;
    isTerminated = signal.Signal == PosixSignal.SIGTERM;
    interruption.Cancel();
}

using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

using Stream output = StandardOutput.Open();
using StreamWriter error = new(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
Terminal terminal = new(output, error, Environment.GetEnvironmentVariable)
{
    IsOutputInteractive = !Console.IsOutputRedirected,
    IsErrorInteractive = !Console.IsErrorRedirected,
    Width = Console.IsErrorRedirected && Console.IsOutputRedirected ? Terminal.WidthOfFiles : Math.Max(40, Console.BufferWidth),
};

int code = await SynthDataProgram.RunAsync(args, terminal, interruption.Token);
return code == ExitCode.Interrupted && isTerminated ? ExitCode.Terminated : code;

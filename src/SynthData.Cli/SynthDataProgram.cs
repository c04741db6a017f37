using System.CommandLine;
using SynthData.Cli.Arguments;
using SynthData.Cli.Commands;
using SynthData.Cli.Completing;
using SynthData.Cli.Printing;
using SynthData.Output;

namespace SynthData.Cli;

/// <summary>The program: arguments in, an exit code out.</summary>
internal static class SynthDataProgram
{
    /// <summary>Understands the arguments, carries the command out and prints its answer, or why there is none.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken interruption)
    {
        CommandTree tree = CommandTree.Build();
        if (args is [Completion.Directive, .. string[] words])
            return Completion.Print(tree, words, terminal.Output);

        ParseResult parsed = tree.Parse(args);
        await using Session session = Session.Open(tree.Everywhere, parsed, terminal);
        try
        {
            if (CommandTree.PrintsHelp(parsed))
                return await DeliverAsync(ExitCode.Done, () => HelpPage.Print(parsed, session.Output), session);
            if (parsed.GetValue(tree.Everywhere.Version))
                return await DeliverAsync(ExitCode.Done, () => ToolVersion.Print(session.Output), session);
            if (args.Length == 0)
                return StartPage.Print(tree.Root, terminal.Error);

            UsageErrors.In(parsed).ThrowIfErrors();
            SynthDataCommand command = (SynthDataCommand)parsed.CommandResult.Command;
            CommandAnswer answer = await command.AnswerAsync(parsed, session, interruption);
            return await DeliverAsync(answer.ExitCode, () => AnswerPrinter.Print(command.FullName, answer, session), session);
        }
#pragma warning disable CA1031 // the one place where every exception becomes an exit code
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Failure failure = Failure.Of(exception, interruption);
            Tell(failure, parsed, session);
            return failure.ExitCode;
        }
    }

    private static async Task<int> DeliverAsync(int exitCode, Action print, Session session)
    {
        try
        {
            print();
            await session.Output.FlushAsync();
        }
        catch (IOException left) when (StandardOutput.HasNoReader(left))
        {
            // 'synthdata types | head': whoever asked has read enough.
        }
        catch (IOException refused)
        {
            throw OutputFailure.Of(refused, "standard output");
        }

        return exitCode;
    }

    private static void Tell(Failure failure, ParseResult parsed, Session session)
    {
        try
        {
            AnswerPrinter.Print((parsed.CommandResult.Command as SynthDataCommand)?.FullName, failure, session);
            session.Output.Flush();
        }
        catch (IOException)
        {
            // Nobody reads any more; the exit code says it.
        }
    }
}

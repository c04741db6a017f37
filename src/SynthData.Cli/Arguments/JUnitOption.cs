using System.CommandLine;
using SynthData.Cli.Commands;
using SynthData.Cli.Reports;
using SynthData.Diagnostics;

namespace SynthData.Cli.Arguments;

/// <summary><c>--junit FILE</c>: what was checked, beside the answer, as a file that CI systems read.</summary>
internal sealed class JUnitOption
{
    private readonly TextOption file = new("--junit", "FILE", "Write what was checked as JUnit XML, for the test reports of CI systems");

    public string Name => file.Name;

    public void AddTo(Command command) => command.Add(file);

    public bool IsGiven(ParseResult parsed) => file.IsGiven(parsed);

    /// <summary>Carries a check out and writes the file, also where the check ended with a diagnostic: no older report may be taken for this one.</summary>
    /// <param name="schema">The path of the schema, for the name of what could not be checked.</param>
    /// <exception cref="SchemaException">The file has no name (SD8106).</exception>
    public async Task<CommandAnswer> WriteAsync(ParseResult parsed, string schema, Func<Task<CommandAnswer>> check)
    {
        if (file.Value(parsed) is not { } path)
            return await check();
        if (path.Length == 0)
            throw new SchemaException([UsageDiagnostics.InvalidValue.At(position: null, Name, path, "the file to write")]);
        CommandAnswer answer;
        try
        {
            answer = await check();
        }
        catch (SchemaException wrong)
        {
            bool isOfSchema = Failure.Of(wrong, CancellationToken.None).ExitCode == ExitCode.Schema;
            JUnitReport.Write(path, [JUnitSuite.Of(NameOf(schema), "", [.. wrong.Diagnostics], isError: !isOfSchema)]);
            throw;
        }
        catch (GenerationException ended)
        {
            JUnitReport.Write(path, [JUnitSuite.Of(NameOf(schema), "", [ended.Diagnostic], isError: true)]);
            throw;
        }

        JUnitReport.Write(path, answer.Suites);
        return answer;
    }

    // A dot would make a package of it where classes are split at dots.
    private static string NameOf(string schema) => Path.GetFileNameWithoutExtension(schema);
}

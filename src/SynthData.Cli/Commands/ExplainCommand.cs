using System.CommandLine;
using System.Text.Json;
using SynthData.Diagnostics;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata explain CODE</c></summary>
internal sealed class ExplainCommand : SynthDataCommand
{
    private readonly Argument<string> code = new("CODE") { Description = "A code as messages print it, such as SD1004" };

    public ExplainCommand()
        : base("explain", "Explain a diagnostic: when it happens, why, and what to do")
    {
        Add(code);
    }

    public override IReadOnlyList<string> Examples { get; } = ["synthdata explain SD8109", "synthdata explain sd8109 --json"];

    public override Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        string asked = parsed.GetRequiredValue(code);
        if (DiagnosticIndex.Find(asked) is { } descriptor)
            return Task.FromResult<CommandAnswer>(new ExplainAnswer(descriptor));

        string near = Suggestion.For(asked, DiagnosticIndex.All.Select(known => known.Code));
        throw new SchemaException([UsageDiagnostics.UnknownCode.At(position: null, asked, near)]);
    }
}

/// <summary>The page of one diagnostic.</summary>
internal sealed record ExplainAnswer(DiagnosticDescriptor Descriptor) : CommandAnswer
{
    public override void Print(Session session) => session.Output.Write(DiagnosticPage.Text(Descriptor));

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("code", Descriptor.Code);
        json.WriteString("family", DiagnosticIndex.Family(Descriptor.Code));
        json.WriteString("severity", Descriptor.Severity == DiagnosticSeverity.Error ? "error" : "warning");
        json.WriteString("message", DiagnosticPage.WithoutPlaces(Descriptor.Format));
        json.WriteString("fix", DiagnosticPage.WithoutPlaces(Descriptor.Fix));
        json.WriteString("page", Descriptor.Page);
        json.WriteEndObject();
    }
}

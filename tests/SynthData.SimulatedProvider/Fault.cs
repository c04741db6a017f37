namespace SynthData.SimulatedProvider;

/// <summary>What the provider does wrong on one call. Without one it answers every slot rightly.</summary>
public abstract record Fault
{
    /// <summary>An HTTP error instead of an answer.</summary>
    public sealed record Status(int Code, string Message = "simulated failure") : Fault
    {
        /// <summary>A header and its value, such as <c>Retry-After: 1</c>.</summary>
        public (string Name, string Value)? Header { get; init; }
    }

    /// <summary>Accepts the call and never says anything.</summary>
    public sealed record Hang : Fault;

    /// <summary>Writes some rows and then nothing more.</summary>
    public sealed record Stall(int AfterRows) : Fault;

    /// <summary>Drops the connection before the first character.</summary>
    public sealed record Reset : Fault;

    /// <summary>Writes some rows and half of the next, then drops the connection.</summary>
    public sealed record ResetMidBody(int AfterRows) : Fault;

    /// <summary>Writes some rows and half of the next, then says <c>finish_reason: length</c>.</summary>
    public sealed record Truncated(int AfterRows) : Fault;

    /// <summary>Wraps the answer in a fence and prose.</summary>
    public sealed record Fenced : Fault;

    /// <summary>Writes a bare array.</summary>
    public sealed record BareArray : Fault;

    /// <summary>Writes each row as an object with the names of its cells.</summary>
    public sealed record Objects : Fault;

    /// <summary>Writes one row a line.</summary>
    public sealed record Lines : Fault;

    /// <summary>Leaves out some slots, from the last.</summary>
    public sealed record Missing(int Count) : Fault;

    /// <summary>Adds a row nobody asked for.</summary>
    public sealed record Extra : Fault;

    /// <summary>Writes the first row a second time, with another text.</summary>
    public sealed record Duplicate : Fault;

    /// <summary>Puts the given JSON into a column of every row.</summary>
    public sealed record Cells(string Column, string Json) : Fault;

    /// <summary>Puts JSON of its own into the cells it names a text for: slot, column, JSON or null for a right value.</summary>
    public sealed record Writes(Func<AskedSlot, string, string?> Json) : Fault;

    /// <summary>A web page with status 200, as proxies and portals send.</summary>
    public sealed record Page(string Html = "<!DOCTYPE html><html><body><h1>Please sign in</h1></body></html>") : Fault;

    /// <summary>Answers with a plain text.</summary>
    public sealed record Says(string Text) : Fault;

    /// <summary>Answers with the protocol's own refusal.</summary>
    public sealed record Refuses(string Text) : Fault;
}

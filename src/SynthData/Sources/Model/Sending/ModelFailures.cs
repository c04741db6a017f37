using SynthData.Diagnostics;
using SynthData.Sources.Model.Providers;

namespace SynthData.Sources.Model.Sending;

/// <summary>Tells a failed call as a diagnostic, without the key.</summary>
internal static class ModelFailures
{
    private const int MostText = 400;

    public static GenerationException Of(Exception exception, ChatConnection connection, TransportOptions options)
    {
        TransportFault fault = TransportFault.Of(exception, options.Clock);
        string message = connection.Scrub(fault.Message);
        if (message.Length > MostText)
            message = message[..MostText] + "…";
        Diagnostic diagnostic = fault switch
        {
            _ when exception is RedirectException redirect => ProviderDiagnostics.Redirected.At(null, connection.Name, redirect.Place),
            _ when exception is NotTheProtocolException => ProviderDiagnostics.NotTheProtocol.At(null, connection.Name),
            { IsQuota: true } => ProviderDiagnostics.QuotaSpent.At(null, connection.Name, message),
            { Status: 401 or 403 } => ModelDiagnostics.KeyRefused.At(null, connection.Name, fault.Status),
            { IsUnknownModel: true } => ModelDiagnostics.UnknownModel.At(null, connection.Name, fault.Status),
            { IsPassing: true } => ModelDiagnostics.NoAnswer.At(null, connection.Name, options.Retries + 1, message),
            { Status: > 0 } => ModelDiagnostics.RequestRefused.At(null, connection.Name, fault.Status, message),
            _ => ModelDiagnostics.ClientFailed.At(null, connection.Name, message),
        };

        // The inner exception is kept unless it would tell the key: servers like to quote it back.
        return new GenerationException(diagnostic, connection.Leaks(exception.ToString()) ? null : exception);
    }
}

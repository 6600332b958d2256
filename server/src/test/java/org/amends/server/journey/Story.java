package org.amends.server.journey;

import org.amends.story.Language;

/** What happened to a customer of each language, in their words. */
enum Story {
    /** Two payments for one order. */
    CHARGED_TWICE(
            Language.EN,
            "Hannah Reed",
            "Charged twice for order A-77120",
            """
            Hello,

            you took £84.50 from my card twice for order A-77120. I wrote to you a week ago and all I got was the note below.
            Please pay the second payment back. A picture of my statement is attached.

            Regards,
            Hannah Reed

            On Mon, 16 Nov 2026 at 10:02, Northlight <orders@northlight.example> wrote:
            > Dear Hannah Reed,
            > thank you for your order A-77120. We charged £84.50 to your card.
            """,
            "billing_error",
            "84.50",
            "GBP",
            "call you once the money has left",
            "Thank you, that settles it for me. I accept your answer."),
    /** A parcel that came after the day for which it was needed. */
    CAME_LATE(
            Language.FR,
            "Claire Aubert",
            "Commande FR-88213 toujours pas livrée",
            """
            Bonjour,

            Ma commande FR-88213 devait arriver mardi dernier pour l'anniversaire de ma fille et elle n'est toujours pas là.
            J'ai attendu toute la soirée et personne ne m'a prévenue. J'ai payé 42,50 € et je demande le remboursement.
            Vous trouverez une photo du suivi en pièce jointe.

            Cordialement,
            Claire Aubert

            Le lun. 16 nov. 2026 à 10:02, Northlight <orders@northlight.example> a écrit :
            > Bonjour Claire,
            > votre commande FR-88213 arrive mardi.
            """,
            "late_delivery",
            "42.50",
            "EUR",
            "vous confirmer la date de livraison par téléphone",
            "Merci, cela me convient. J'accepte votre réponse."),
    /** Something that broke. */
    BROKE(
            Language.ES,
            "Maite Goikoetxea",
            "La lámpara del pedido 77-4410-B llegó rota",
            """
            Buenos días:

            La lámpara del pedido 77-4410-B llegó rota y no se puede usar. Pagué 129,90 euros por ella. Quiero que me devuelvan
            el dinero. Adjunto una foto de la pantalla rota.

            Un saludo,
            Maite Goikoetxea

            El lun, 16 nov 2026 a las 10:02, Northlight <orders@northlight.example> escribió:
            > Hola, Maite:
            > tu pedido 77-4410-B está en camino.
            """,
            "defective_product",
            "129.90",
            "EUR",
            "avisarle cuando recojamos la lámpara",
            "Gracias, así queda resuelto para mí. Acepto su respuesta."),
    /** Half of a parcel. */
    CAME_INCOMPLETE(
            Language.RU,
            "Ольга Смирнова",
            "В заказе RU-30514 не хватает товара",
            """
            Здравствуйте!

            Вчера получила заказ RU-30514, в коробке не оказалось кофеварки за 7 490 рублей, хотя в накладной она есть. Звонила
            вам, обещали разобраться и не перезвонили. Прошу вернуть деньги. Фото коробки прилагаю.

            Ольга Смирнова

            пн, 16 нояб. 2026 г. в 10:02, Northlight <orders@northlight.example>:
            > Здравствуйте, Ольга!
            > Ваш заказ RU-30514 передан в доставку.
            """,
            "missing_item",
            "7490.00",
            "RUB",
            "позвонить Вам, когда деньги уйдут",
            "Спасибо, меня это устраивает. Принимаю ваш ответ.");

    final Language language;
    final String name;
    final String subject;
    final String text;
    final String failure;
    final String loss;
    final String currency;
    final String promise;
    final String accepts;

    Story(
            Language language,
            String name,
            String subject,
            String text,
            String failure,
            String loss,
            String currency,
            String promise,
            String accepts) {
        this.language = language;
        this.name = name;
        this.subject = subject;
        this.text = text;
        this.failure = failure;
        this.loss = loss;
        this.currency = currency;
        this.promise = promise;
        this.accepts = accepts;
    }

    /** Somebody to whom it happened, who had bought for a year. */
    Complainant happens(Town town) {
        Complainant customer = new Complainant(town, name);
        var events = customer.purchases(12, loss, currency);
        events.add(customer.event(
                "failure",
                3,
                "\"kind\": \"%s\", \"ref\": \"order-0\", \"amount\": %s, \"currency\": \"%s\""
                        .formatted(failure, loss, currency)));
        customer.lived(events);
        return customer;
    }
}
